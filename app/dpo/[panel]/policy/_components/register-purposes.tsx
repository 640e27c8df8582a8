import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import { basisCitation } from "@/lib/policy/gate/permit";
import { RegisterItem, RegisterSection, type Fact, type RegisterContext } from "./register-item";

function keptBy(document: PolicyDocument, purpose: Purpose, { words }: RegisterContext) {
  const rule = document.retentionRules.find(({ key }) => key === purpose.retentionRuleKey);
  if (rule === undefined) return purpose.retentionRuleKey;
  const period = words.period(rule.period);
  const trigger = words.law("retentionTrigger", rule.trigger);
  return (
    <a href={`#retentionRules.${rule.key}`}>{words.t("value.rule", { what: rule.what, period, trigger })}</a>
  );
}

function recipientsOf(document: PolicyDocument, { recipients }: Purpose, { words }: RegisterContext) {
  const names = recipients.map((key) => document.recipients.find((one) => one.key === key)?.name ?? key);
  return names.length === 0 ? words.t("value.noRecipients") : names.join("; ");
}

function factsOf(document: PolicyDocument, purpose: Purpose, context: RegisterContext): readonly Fact[] {
  const { words } = context;
  const assessment = document.accountability.find(({ key }) => key === purpose.liaKey)?.title;
  const asked = Object.keys(purpose.ask ?? {});
  return [
    ["why", purpose.why],
    ["basis", `${words.law("basisForStaff", purpose.lawfulBasis)} (${basisCitation[purpose.lawfulBasis]})`],
    ["legalSource", purpose.legalSource],
    ["interest", purpose.interest],
    ["assessment", assessment],
    ["kind", words.law("kind", purpose.messageKind ?? "none")],
    ["channels", purpose.channels.length === 0 ? undefined : words.channels(purpose.channels)],
    ["asked", asked.length === 0 ? undefined : words.t("value.asks", { channels: words.channels(asked) })],
    ["activities", purpose.activityKinds.map((kind) => words.law("activityKind", kind)).join(", ")],
    ["data", purpose.dataCategories.map((category) => words.own("category", category)).join(", ")],
    ["recipients", recipientsOf(document, purpose, context)],
    ["kept", keptBy(document, purpose, context)],
    ["stopping", purpose.stopping],
  ];
}

/** What data is used for. */
export function RegisterPurposes({
  document,
  context,
}: {
  document: PolicyDocument;
  context: RegisterContext;
}) {
  return (
    <RegisterSection id="purposes" words={context.words}>
      {document.purposes.map((purpose) => (
        <RegisterItem
          key={purpose.key}
          context={context}
          path={`purposes.${purpose.key}`}
          title={purpose.name}
          facts={factsOf(document, purpose, context)}
          heldWords={context.words.t("heldPurpose")}
        />
      ))}
    </RegisterSection>
  );
}
