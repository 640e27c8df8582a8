import { getTranslations } from "next-intl/server";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import { londonDate, now } from "@/lib/clock";
import type { ApplicationView } from "@/lib/queries/staff/get-application";
import { moments } from "../../../../_components/moments";

/** When it came, until when it must be answered, and what was decided by whom. */
export async function ApplicationFacts({ application }: { application: ApplicationView }) {
  const t = await getTranslations("staff.application");
  const when = await moments();
  const { submittedAt, closesOn, decideBy, outcome, reason, decidedAt, decidedBy } = application;
  const late = outcome === null && decideBy < londonDate(now());
  const rows: (SummaryRow | null)[] = [
    { key: "applied", label: t("appliedOn"), value: when.day(submittedAt) },
    { key: "closes", label: t("closes"), value: when.civil(closesOn) },
    {
      key: "hear",
      label: t("hearBy"),
      value: (
        <span className="flex flex-wrap items-baseline gap-x-3">
          {when.civil(decideBy)}
          {late ? <Tag tone="warning">{t("late")}</Tag> : null}
        </span>
      ),
    },
    decidedAt === null
      ? null
      : {
          key: "decided",
          label: t("decided"),
          value:
            decidedBy === null
              ? when.moment(decidedAt)
              : t("decidedBy", { name: decidedBy, moment: when.moment(decidedAt) }),
        },
    reason === null
      ? null
      : { key: "reason", label: t("reason"), value: <p className="whitespace-pre-line">{reason}</p> },
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}
