import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Section } from "@/components/content/card";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { SummaryList } from "@/components/content/summary-list";
import { PageTitle } from "@/components/layout/page-title";
import type { InvitationView } from "@/lib/queries/invitation/get-invitation";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { InvitationAnswer } from "./invitation-answer";
import { OtherGoodbyes } from "./other-goodbyes";
import { sessionRows } from "./session-rows";

type Props = {
  panel: PanelView;
  invitation: InvitationView;
  action: FormAction;
  hidden: Record<string, string>;
  paths: { calendar: string; choices: string; pause: string; leave: string };
};

/** Where the person's answer stands, in one sentence. */
function standing({ state, open, notThis, answer }: InvitationView): string {
  if (state === "cancelled") return "cancelled";
  if (!open) return answer === "accepted" ? "overAccepted" : "over";
  if (notThis) return "notThis";
  return answer ?? "unanswered";
}

/** What it is, when, where, who sees what, and the answer. Opening the page answers nothing. */
export async function InvitationPage({ panel, invitation, action, hidden, paths }: Props) {
  const t = await getTranslations("member.invitation");
  const state = standing(invitation);
  const tone = state === "accepted" ? "success" : state === "cancelled" ? "warning" : "info";
  const rows = await Promise.all(
    invitation.sessions.map(async (session) => ({ session, rows: await sessionRows(invitation, session) })),
  );
  return (
    <>
      <PageTitle caption={t(`kind.${invitation.kind}`)} lead={invitation.summary}>
        {invitation.title}
      </PageTitle>
      {state === "unanswered" ? null : (
        <NotificationBanner tone={tone} title={t(`state.${state}`)}>
          {state === "accepted" ? <a href={paths.calendar}>{t("calendar")}</a> : null}
          {invitation.cancelReason === null ? null : (
            <p className="whitespace-pre-line">{invitation.cancelReason}</p>
          )}
        </NotificationBanner>
      )}
      {rows.map(({ session, rows: lines }) => (
        <SummaryList key={session.id} rows={lines} />
      ))}
      {invitation.outcome === null ? null : <InsetText>{invitation.outcome}</InsetText>}
      {invitation.open ? (
        <Section title={t("answerTitle")} lead={t("answerLead")}>
          <InvitationAnswer panel={panel} invitation={invitation} action={action} hidden={hidden} />
        </Section>
      ) : null}
      <Section title={t("otherTitle")}>
        <OtherGoodbyes pauseHref={paths.pause} choicesHref={paths.choices} leaveHref={paths.leave} />
      </Section>
    </>
  );
}
