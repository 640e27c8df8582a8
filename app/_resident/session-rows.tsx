import { getTranslations } from "next-intl/server";
import type { SummaryRow } from "@/components/content/summary-list";
import type { InvitationView, SessionView } from "@/lib/queries/invitation/get-invitation";
import { moments } from "./moments";

/** "Sunday 20 May 2029, 6:30 pm to 8:00 pm" */
export async function sessionTime({
  startsAt,
  endsAt,
}: Pick<SessionView, "startsAt" | "endsAt">): Promise<string> {
  const t = await getTranslations("member.invitation");
  const { weekday, time } = await moments();
  return t("fromTo", { day: weekday(startsAt), from: time(startsAt), to: time(endsAt) });
}

/** How many places are left; somebody who has one is told so first. */
export async function placesWords({ mine, placesLeft }: SessionView): Promise<string> {
  const t = await getTranslations("member.invitation");
  return t(mine ? "placesYours" : "placesLeft", { left: placesLeft });
}

/** When, where and how many places, one row each. The link to join is for those who come. */
export async function sessionRows(invitation: InvitationView, session: SessionView): Promise<SummaryRow[]> {
  const t = await getTranslations("member.invitation");
  const coming = invitation.answer === "accepted" && invitation.answeredSessionId === session.id;
  const where = [
    session.place,
    session.joinLink === null ? null : coming ? <a href={session.joinLink}>{t("join")}</a> : t("online"),
  ].filter((part) => part !== null);
  return [
    { key: "when", label: t("when"), value: await sessionTime(session) },
    {
      key: "where",
      label: t("where"),
      value: where.map((part, index) => <p key={index}>{part}</p>),
    },
    ...(invitation.open ? [{ key: "places", label: t("places"), value: await placesWords(session) }] : []),
  ];
}
