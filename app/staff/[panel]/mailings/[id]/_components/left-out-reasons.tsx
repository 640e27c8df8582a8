import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { MailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import { staffPath } from "../../../../_components/paths";

type Counts = MailingProgress["leftOut"];

async function ReasonTable({ caption, path, counts }: { caption: string; path: string; counts: Counts }) {
  const t = await getTranslations("staff");
  const reasons = await getTranslations("policy.reason");
  const number = (value: number) => value.toLocaleString("en-GB");
  const rows = counts.map(({ code, count }) => ({
    key: code,
    cells: {
      reason: reasons(code),
      people: number(count),
      see: (
        <a href={`${path}?reason=${code}`}>
          {t("audience.see")}
          <span className="sr-only"> {t("audience.seeHidden", { reason: reasons(code) })}</span>
        </a>
      ),
    },
  }));
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "reason", label: t("audience.reason") },
        { key: "people", label: t("audience.people"), numeric: true },
        { key: "see", label: t("audience.who") },
      ]}
      rows={rows}
      totals={{
        reason: t("mailing.total"),
        people: number(counts.reduce((sum, { count }) => sum + count, 0)),
        see: "",
      }}
    />
  );
}

/** Who was left out when it was spread out, and whom the gate stopped at the last moment. */
export async function LeftOutReasons({ slug, mailing }: { slug: string; mailing: MailingProgress }) {
  const t = await getTranslations("staff.mailing");
  // Until everyone was looked at, "nobody" is not known.
  if (mailing.state === "expanding" && mailing.leftOut.length === 0) return null;
  const path = staffPath(slug, `mailings/${mailing.id}/left-out`);
  return (
    <Section title={t("reasons")}>
      {mailing.leftOut.length === 0 ? (
        <p className="text-muted">{t("nobodyLeftOut")}</p>
      ) : (
        <ReasonTable caption={t("leftOutBefore")} path={path} counts={mailing.leftOut} />
      )}
      {mailing.refusedAtHandOver.length === 0 ? null : (
        <ReasonTable caption={t("stoppedNow")} path={path} counts={mailing.refusedAtHandOver} />
      )}
    </Section>
  );
}
