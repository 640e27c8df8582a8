import { debates } from "@/lib/policy/debated";
import type { PolicyDocument } from "@/lib/policy/document";
import { RegisterItem, RegisterSection, type RegisterContext } from "./register-item";

type Props = { document: PolicyDocument; context: RegisterContext };

/** Where the law is debated and this panel does not take the safe side: both readings, why, and until when. */
export function RegisterSettings({ document: { settings = [] }, context }: Props) {
  const { words } = context;
  return (
    <RegisterSection id="settings" words={words}>
      {settings.length === 0 ? <p>{words.t("register.none")}</p> : null}
      {settings.map(({ point, reason, approvalId, approvedByRole, approvedOn, reviewOn }) => (
        <RegisterItem
          key={point}
          context={context}
          path={`settings.${point}`}
          title={debates[point].question}
          facts={[
            ["safe", debates[point].safe],
            ["here", debates[point].other],
            ["why", reason],
            [
              "approved",
              words.t("value.approved", {
                day: words.civil(approvedOn),
                role: approvedByRole,
                id: approvalId,
              }),
            ],
            ["review", words.civil(reviewOn)],
          ]}
        />
      ))}
    </RegisterSection>
  );
}

/** What a computer decides alone (UK GDPR 22A-22D). */
export function RegisterComputers({ document: { automatedDecisions = [] }, context }: Props) {
  const { words } = context;
  return (
    <RegisterSection id="automatedDecisions" words={words}>
      {automatedDecisions.length === 0 ? <p>{words.t("register.none")}</p> : null}
      {automatedDecisions.map(({ key, what, logic, effect, significant, humanReview }) => (
        <RegisterItem
          key={key}
          context={context}
          path={`automatedDecisions.${key}`}
          title={what}
          facts={[
            ["logic", logic],
            ["effect", effect],
            ["significant", words.yesNo(significant)],
            ["humanReview", words.yesNo(humanReview)],
          ]}
        />
      ))}
    </RegisterSection>
  );
}
