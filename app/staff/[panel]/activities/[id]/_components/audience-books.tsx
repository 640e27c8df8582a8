import { getTranslations } from "next-intl/server";
import { DataTable, type Row } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { NotificationBanner } from "@/components/content/notice";
import { StatRow, type Stat } from "@/components/content/stat-row";
import { Section } from "@/components/content/card";
import { drawnOf } from "@/lib/policy/sample";
import type { AudienceCount } from "@/lib/queries/mailing/count-audience";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import { audienceQuery, sampleSize, type Audience } from "@/lib/schemas/audience";
import { PlacesNote } from "./places-note";
import { staffPath } from "../../../../_components/paths";

type Props = {
  slug: string;
  activity: ActivityView;
  audience: Audience;
  count: AudienceCount;
  /** Before the figures: whom they leave out altogether. */
  lead?: string | null;
};

const number = (value: number) => value.toLocaleString("en-GB");

/** matched = will be invited + not drawn + left out, and each reason with its people. */
export async function AudienceBooks(props: Props) {
  const { activity, audience, count } = props;
  const t = await getTranslations("staff.audience");
  const { matched, willBeInvited } = count;
  if (matched === 0)
    return <EmptyState title={t("noneMatch")}>{props.lead ?? t("noneMatchHint")}</EmptyState>;
  const size = sampleSize(audience);
  const { drawn, notDrawn } = drawnOf(willBeInvited, size);
  const stats: Stat[] = [
    { key: "matched", label: t("matched"), value: number(matched) },
    { key: "asked", label: t(askedWord(audience)), value: number(drawn), sign: "=" },
    ...(size === undefined
      ? []
      : [{ key: "notDrawn", label: t("notDrawn"), value: number(notDrawn), sign: "+" as const }]),
    { key: "leftOut", label: t("leftOut"), value: number(matched - willBeInvited), sign: "+" },
  ];
  return (
    <Section title={t("figures", { matched })} lead={props.lead}>
      <StatRow stats={stats} />
      {willBeInvited === 0 ? (
        <NotificationBanner tone="warning" title={t("nobody")}>
          {t("nobodyHint")}
        </NotificationBanner>
      ) : null}
      <PlacesNote activity={activity} asked={drawn} />
      <Reasons {...props} />
    </Section>
  );
}

function askedWord({ who }: Audience) {
  return who === "unanswered" ? "reminded" : "asked";
}

/** Each reason with how many it leaves out, and the way to who they are. */
async function Reasons({ slug, activity, audience, count }: Props) {
  const [t, reasons] = await Promise.all([
    getTranslations("staff.audience"),
    getTranslations("policy.reason"),
  ]);
  const size = sampleSize(audience);
  const { drawn, notDrawn } = drawnOf(count.willBeInvited, size);
  const row = (key: string, reason: string, people: number, see: Row["cells"][string] = ""): Row => ({
    key,
    cells: { reason, people: number(people), see },
  });
  const seeOf = (code: string) => (
    <a
      href={staffPath(slug, `activities/${activity.id}/audience/left-out`, {
        reason: code,
        ...audienceQuery(audience),
      })}
    >
      {t("see")}
      <span className="sr-only"> {t("seeHidden", { reason: reasons(code) })}</span>
    </a>
  );
  return (
    <DataTable
      caption={t("list")}
      columns={[
        { key: "reason", label: t("reason") },
        { key: "people", label: t("people"), numeric: true },
        { key: "see", label: t("who") },
      ]}
      rows={[
        row("permitted", t(askedWord(audience)), drawn),
        ...(size === undefined ? [] : [row("notDrawn", t("notDrawnWhy"), notDrawn)]),
        ...count.leftOut.map(({ code, count: people }) => row(code, reasons(code), people, seeOf(code))),
      ]}
      totals={{ reason: t("total"), people: number(count.matched), see: "" }}
    />
  );
}
