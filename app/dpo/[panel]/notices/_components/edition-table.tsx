import { getTranslations } from "next-intl/server";
import { noticePath } from "@/app/_notices/notice-path";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { Granted } from "@/lib/auth/require-actor";
import { editionSlug } from "@/lib/policy/notice-editions";
import { may } from "@/lib/policy/permission";
import type { NoticeVersion } from "@/lib/queries/notice/list-versions";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { editionWords } from "./edition-words";

type Props = { granted: Granted; version: NoticeVersion };

const columns = ["edition", "publishedAt", "by", "hash"] as const;

/** The languages and formats of a version, and what is being written. */
export async function EditionTable({ granted: { actor, panel }, version }: Props) {
  const [t, when, nameOf] = await Promise.all([getTranslations("notices.dpo"), moments(), editionWords()]);
  const { number } = version;
  const published = version.editions.map((edition) => ({
    key: edition.id,
    cells: {
      edition: <a href={noticePath(panel.slug, number, edition)}>{nameOf(edition)}</a>,
      publishedAt: when.moment(edition.publishedAt),
      by: edition.publishedBy ?? t("withPolicy"),
      hash: <code className="hash">{edition.contentHash}</code>,
    },
  }));
  const mayWrite = may(actor, "notice.publish", panel.id);
  const drafts = version.drafts.map((edition) => ({
    key: `draft-${editionSlug(edition)}`,
    cells: {
      edition: mayWrite ? (
        <a href={dpoPath(panel.slug, `notices/${number}/${editionSlug(edition)}`)}>{nameOf(edition)}</a>
      ) : (
        nameOf(edition)
      ),
      publishedAt: <Tag tone="warning">{t("draft")}</Tag>,
      by: "–",
      hash: "–",
    },
  }));
  return (
    <Section title={t("editions")} lead={t("editionsLead")}>
      <DataTable
        caption={t("editions")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        rows={[...published, ...drafts]}
      />
    </Section>
  );
}
