import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Tag } from "@/components/content/tag";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RecordedVerification } from "@/lib/queries/trail/list-verifications";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

type Props = { panel: PanelView; verifications: readonly RecordedVerification[] };

/** The checks so far, newest first; each is an entry of the trail. */
export async function VerificationHistory({ panel, verifications }: Props) {
  const t = await getTranslations("dpo.verify");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  if (verifications.length === 0) return <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>;
  const rows = verifications.map((verification) => ({
    key: verification.seq,
    cells: {
      when: <a href={dpoPath(panel.slug, `trail/${verification.seq}`)}>{when.second(verification.at)}</a>,
      verdict: (
        <Tag tone={verification.verdict === "intact" ? "success" : "danger"}>
          {t(`verdict.${verification.verdict}`)}
        </Tag>
      ),
      checked: t("checkedOf", {
        checked: when.count(verification.checked),
        total: when.count(verification.headSeq),
      }),
      by: words.actor(verification.by),
    },
  }));
  const columns = [
    { key: "when", label: t("when") },
    { key: "verdict", label: t("verdictLabel") },
    { key: "checked", label: t("checked"), numeric: true },
    { key: "by", label: t("by") },
  ];
  return (
    <Section title={t("earlier")}>
      <DataTable caption={t("earlier")} hideCaption columns={columns} rows={rows} />
    </Section>
  );
}
