import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { SummaryList } from "@/components/content/summary-list";
import type { Granted } from "@/lib/auth/require-actor";
import type { LegalHoldInFull } from "@/lib/queries/legal-hold/get-legal-hold";
import { MemberLink } from "../../../../_components/member-link";
import { moments } from "../../../../_components/moments";
import { whoIsHeld } from "../../_components/who-is-held";

/** What the hold is, and whether it stands; before it, that its review is overdue or that it keeps nothing any more. */
export async function HoldFacts({ granted, hold }: { granted: Granted; hold: LegalHoldInFull }) {
  const [t, when, who] = await Promise.all([getTranslations("holds"), moments(), whoIsHeld()]);
  const { held, placed, proposed, released } = hold;
  const nameOf = (name: string | null) => name ?? t("someone");
  const state =
    released !== null
      ? t("one.releasedState", { when: when.moment(released.at) })
      : proposed === null
        ? t("one.stands")
        : t("one.proposedState", { name: nameOf(proposed.name), when: when.moment(proposed.at) });
  const whose =
    held.who === "member" ? <MemberLink granted={granted} reference={held.reference} /> : who(held);
  const rows = [
    { key: "state", label: t("one.state"), value: state },
    { key: "who", label: t("column.who"), value: whose },
    { key: "reason", label: t("one.reason"), value: hold.reason },
    { key: "owner", label: t("column.owner"), value: nameOf(hold.owner) },
    ...(released === null
      ? [{ key: "reviewOn", label: t("column.reviewOn"), value: when.civil(hold.reviewOn) }]
      : []),
    {
      ...{ key: "placed", label: t("column.placedAt") },
      value: t("one.placedBy", { when: when.moment(placed.at), name: nameOf(placed.name) }),
    },
  ];
  return (
    <>
      {hold.overdue ? (
        <NotificationBanner tone="danger" title={t("one.overdueTitle", { day: when.civil(hold.reviewOn) })}>
          <p>{t("one.overdueBody")}</p>
        </NotificationBanner>
      ) : null}
      {held.who === "gone" && released === null ? (
        <NotificationBanner tone="warning" title={t("one.goneTitle")}>
          <p>{t("one.goneWhy")}</p>
        </NotificationBanner>
      ) : null}
      <SummaryList rows={rows} card={t("one.facts")} />
    </>
  );
}
