import { getTranslations } from "next-intl/server";
import type { FormAction, SecondaryAction } from "@/components/form/action-form";
import type { FieldSpec } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { InsetText } from "@/components/content/notice";
import type { InvitationView, SessionView } from "@/lib/queries/invitation/get-invitation";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { placesWords, sessionTime } from "./session-rows";

type Props = {
  panel: PanelView;
  invitation: InvitationView;
  action: FormAction;
  hidden: Record<string, string>;
};

const longestNeed = 1_000;

/** What would help, who sees it, and under explicit consent the words that agree to it (law.md SC-3, SC-7). */
async function needFields(panel: PanelView, session: SessionView): Promise<FieldSpec[]> {
  const t = await getTranslations("member.invitation");
  const field = panel.document.fields.find(({ category }) => category === "adjustments");
  const condition = field?.art9Condition;
  const kept = panel.document.retentionRules.find(({ key }) => key === field?.retentionRuleKey)?.sourceText;
  const agree: FieldSpec = {
    kind: "singleCheckbox",
    name: "agreed",
    label: t("agree"),
    hint: t("agreeHint"),
  };
  return [
    {
      kind: "textarea",
      name: "need",
      label: t("need"),
      hint: (
        <>
          {session.adjustmentsAsked === "" ? null : <p>{session.adjustmentsAsked}</p>}
          <p>
            {t("needHint")} {kept}
          </p>
        </>
      ),
      optional: true,
      rows: 3,
      maxLength: longestNeed,
    },
    ...(condition === undefined || condition === "explicitConsent" ? [agree] : []),
  ];
}

async function sessionField(sessions: readonly SessionView[]): Promise<FieldSpec[]> {
  if (sessions.length < 2) return [];
  const t = await getTranslations("member.invitation");
  const options = await Promise.all(
    sessions.map(async (session) => ({
      value: session.id,
      label: await sessionTime(session),
      hint: await placesWords(session),
    })),
  );
  return [{ kind: "radios", name: "sessionId", label: t("whichSession"), options }];
}

/** Yes, no, or not this one: three buttons, the same size, with what would help above them. */
export async function InvitationAnswer({ panel, invitation, action, hidden }: Props) {
  const t = await getTranslations("member.invitation");
  const ahead = invitation.sessions.filter(({ started }) => !started);
  const [first] = ahead;
  if (first === undefined) return null;
  const coming = invitation.answer === "accepted" && !invitation.notThis;
  const full = !coming && ahead.every(({ mine, placesLeft }) => !mine && placesLeft === 0);
  const no: SecondaryAction = { label: t(coming ? "cancel" : "decline"), name: "answer", value: "declined" };
  const notThis: SecondaryAction = { label: t("notThis"), name: "answer", value: "notThis" };
  if (full) {
    return (
      <>
        <InsetText>
          {t("full")} {t("fullNo")}
        </InsetText>
        {invitation.answer === "declined" ? null : (
          <Form
            id="decline"
            action={action}
            fields={[]}
            submit={t("decline")}
            tone="secondary"
            hidden={{ ...hidden, sessionId: first.id, answer: "declined" }}
          />
        )}
        {invitation.notThis ? null : (
          <Form
            id="not-this"
            action={action}
            fields={[]}
            submit={t("notThis")}
            tone="secondary"
            hidden={{ ...hidden, answer: "notThis" }}
          />
        )}
      </>
    );
  }
  return (
    <Form
      action={action}
      fields={[...(await sessionField(ahead)), ...(await needFields(panel, first))]}
      submit={t(coming ? "keep" : "accept")}
      secondary={[no, ...(invitation.notThis ? [] : [notThis])]}
      hidden={hidden}
      initial={{
        need: invitation.need ?? "",
        ...(invitation.need === null ? {} : { agreed: "on" }),
        ...(invitation.answeredSessionId === null ? {} : { sessionId: invitation.answeredSessionId }),
      }}
    />
  );
}
