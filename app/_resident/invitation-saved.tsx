import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { InsetText } from "@/components/content/notice";
import { SummaryList } from "@/components/content/summary-list";
import type { InvitationView } from "@/lib/queries/invitation/get-invitation";
import { first, type Query } from "./query";
import { sessionRows } from "./session-rows";

type Props = { invitation: InvitationView; query: Query; back: string; calendar: string };

/** What was understood, as it now stands; the way to change it. */
export async function InvitationSaved({ invitation, query, back, calendar }: Props) {
  const t = await getTranslations("member.invitation.saved");
  const answer = invitation.notThis ? "notThis" : (invitation.answer ?? "declined");
  const session = invitation.sessions.find(({ id }) => id === invitation.answeredSessionId);
  return (
    <>
      <ConfirmationPanel title={t(`title.${answer}`, { title: invitation.title })}>
        <p>{t(`body.${answer}`)}</p>
      </ConfirmationPanel>
      {answer === "accepted" && session !== undefined ? (
        <>
          <SummaryList rows={await sessionRows({ ...invitation, open: false }, session)} />
          <p>
            <ButtonLink href={calendar}>{t("calendar")}</ButtonLink>
          </p>
        </>
      ) : null}
      {first(query["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      <p>
        {t("mind")} <a href={back}>{t("change")}</a>
      </p>
    </>
  );
}
