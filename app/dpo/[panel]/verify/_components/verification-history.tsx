import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RecordedVerification } from "@/lib/queries/trail/list-verifications";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { stateTone } from "./state-tone";

const questions = ["integrity", "completeness", "anchored"] as const;

type Props = { panel: PanelView; verifications: readonly RecordedVerification[] };

/** Checks asked for here and made by night, newest first, the three results side by side. */
export async function VerificationHistory({ panel, verifications }: Props) {
  if (verifications.length === 0) return null;
  const [t, words, when] = await Promise.all([getTranslations("dpo.verify"), entryWords(panel), moments()]);
  const rows = verifications.map((check) => ({
    key: check.seq,
    cells: {
      when: <a href={dpoPath(panel.slug, `trail/${check.seq}`)}>{when.second(check.at)}</a>,
      ...Object.fromEntries(
        questions.map((question) => [
          question,
          <Tag key={question} tone={stateTone(check[question])}>
            {t(`state.${check[question]}`)}
          </Tag>,
        ]),
      ),
      by: words.actor(check.by),
    },
  }));
  const columns = [
    { key: "when", label: t("when") },
    ...questions.map((key) => ({ key, label: t(`result.${key}.title`) })),
    { key: "by", label: t("by") },
  ];
  return (
    <Section title={t("history")}>
      <DataTable caption={t("history")} hideCaption columns={columns} rows={rows} />
    </Section>
  );
}
