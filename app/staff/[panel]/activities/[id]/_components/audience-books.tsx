import { getTranslations } from "next-intl/server";
import { DataTable, type Row } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { NotificationBanner } from "@/components/content/notice";
import { StatRow } from "@/components/content/stat-row";
import { Section } from "@/components/content/card";
import type { AudienceCount } from "@/lib/queries/mailing/count-audience";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import { audienceQuery, type Audience } from "@/lib/schemas/audience";
import { PlacesNote } from "./places-note";
import { staffPath } from "../../../../_components/paths";

type Props = { slug: string; activity: ActivityView; audience: Audience; count: AudienceCount };

/** matched = will be invited + left out, and each reason with its people. */
export async function AudienceBooks({ slug, activity, audience, count }: Props) {
  const t = await getTranslations("staff.audience");
  const reasons = await getTranslations("policy.reason");
  const { matched, willBeInvited, leftOut } = count;
  if (matched === 0) return <EmptyState title={t("noneMatch")}>{t("noneMatchHint")}</EmptyState>;
  const number = (value: number) => value.toLocaleString("en-GB");
  const reminder = audience.who === "unanswered";
  const asked = t(reminder ? "reminded" : "asked");
  const already = activity.invited > 0 && !reminder ? t("already", { count: activity.invited }) : null;
  const rowOf = (code: string, people: number): Row => ({
    key: code,
    cells: {
      reason: reasons(code),
      people: number(people),
      see: (
        <a
          href={staffPath(slug, `activities/${activity.id}/audience/left-out`, {
            reason: code,
            ...audienceQuery(audience),
          })}
        >
          {t("see")}
          <span className="sr-only"> {t("seeHidden", { reason: reasons(code) })}</span>
        </a>
      ),
    },
  });
  return (
    <Section title={t("figures", { matched })} lead={already}>
      <StatRow
        stats={[
          { key: "matched", label: t("matched"), value: number(matched) },
          { key: "asked", label: asked, value: number(willBeInvited), sign: "=" },
          { key: "leftOut", label: t("leftOut"), value: number(matched - willBeInvited), sign: "+" },
        ]}
      />
      {willBeInvited === 0 ? (
        <NotificationBanner tone="warning" title={t("nobody")}>
          {t("nobodyHint")}
        </NotificationBanner>
      ) : null}
      <PlacesNote activity={activity} asked={willBeInvited} />
      <DataTable
        caption={t("list")}
        columns={[
          { key: "reason", label: t("reason") },
          { key: "people", label: t("people"), numeric: true },
          { key: "see", label: t("who") },
        ]}
        rows={[
          { key: "permitted", cells: { reason: asked, people: number(willBeInvited), see: "" } },
          ...leftOut.map(({ code, count: people }) => rowOf(code, people)),
        ]}
        totals={{ reason: t("total"), people: number(matched), see: "" }}
      />
    </Section>
  );
}
