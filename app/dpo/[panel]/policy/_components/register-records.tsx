import type { PolicyDocument } from "@/lib/policy/document";
import { RegisterItem, RegisterSection, type RegisterContext } from "./register-item";

type Props = { document: PolicyDocument; context: RegisterContext };

/** How long things are kept. */
export function RegisterRetention({ document, context }: Props) {
  const { words } = context;
  return (
    <RegisterSection id="retentionRules" words={words}>
      {document.retentionRules.map((rule) => (
        <RegisterItem
          key={rule.key}
          context={context}
          path={`retentionRules.${rule.key}`}
          title={rule.what}
          facts={[
            ["period", words.period(rule.period)],
            ["trigger", words.law("retentionTrigger", rule.trigger)],
            ["action", words.law("retentionAction", rule.action)],
            ["authority", rule.authority],
            ["sourceText", rule.sourceText],
          ]}
        />
      ))}
    </RegisterSection>
  );
}

/** Who else gets data. */
export function RegisterRecipients({ document, context }: Props) {
  const { words } = context;
  return (
    <RegisterSection id="recipients" words={words}>
      {document.recipients.length === 0 ? <p>{words.t("value.noRecipients")}</p> : null}
      {document.recipients.map((recipient) => (
        <RegisterItem
          key={recipient.key}
          context={context}
          path={`recipients.${recipient.key}`}
          title={recipient.name}
          facts={[
            ["role", words.own("role", recipient.role)],
            ["whatFor", recipient.whatFor],
            ["where", recipient.where],
            ["transfer", recipient.transfer === undefined ? undefined : words.transfer(recipient.transfer)],
            [
              "agreement",
              recipient.agreementOn === undefined ? undefined : words.civil(recipient.agreementOn),
            ],
            [
              "ownRetention",
              recipient.ownRetention === undefined ? undefined : words.period(recipient.ownRetention),
            ],
          ]}
          heldWords={words.t("heldRecipient")}
        />
      ))}
    </RegisterSection>
  );
}

/** What must be written down before data is used. */
export function RegisterAccountability({ document, context }: Props) {
  const { words } = context;
  return (
    <RegisterSection id="accountability" words={words}>
      {document.accountability.length === 0 ? <p>{words.t("register.none")}</p> : null}
      {document.accountability.map((record) => (
        <RegisterItem
          key={record.key}
          context={context}
          path={`accountability.${record.key}`}
          title={record.title}
          facts={[
            ["kind", words.own("kind", record.kind)],
            ["owner", record.ownerRole],
            ["approved", words.civil(record.approvedOn)],
            ["review", words.civil(record.reviewOn)],
          ]}
        />
      ))}
    </RegisterSection>
  );
}
