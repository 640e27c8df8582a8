import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { ShownCount } from "@/lib/queries/notice/count-shown";
import type { NoticeVersion } from "@/lib/queries/notice/list-versions";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { editionWords } from "./edition-words";

type Props = { slug: string; versions: readonly NoticeVersion[]; shown: readonly ShownCount[] };

const columns = ["version", "publishedAt", "policy", "editions", "times"] as const;

/** Every version, newest first, with the languages and formats it is in. */
export async function VersionTable({ slug, versions, shown }: Props) {
  const [t, when, nameOf] = await Promise.all([getTranslations("notices.dpo"), moments(), editionWords()]);
  const timesOf = (number: number) =>
    shown.filter((one) => one.number === number).reduce((sum, one) => sum + one.times, 0);
  const rows = versions.map((version) => ({
    key: String(version.number),
    cells: {
      version: (
        <span>
          <a href={dpoPath(slug, `notices/${version.number}`)}>{t("version", { number: version.number })}</a>{" "}
          {version.current ? <Tag tone="success">{t("inForce")}</Tag> : null}
        </span>
      ),
      publishedAt: when.day(version.publishedAt),
      policy: t("policyVersion", { number: version.policyNumber }),
      editions: (
        <span>
          {version.editions.map(nameOf).join("; ")}
          {version.drafts.length === 0 ? null : (
            <span className="block text-muted">
              {t("beingWritten", { what: version.drafts.map(nameOf).join("; ") })}
            </span>
          )}
        </span>
      ),
      times: when.count(timesOf(version.number)),
    },
  }));
  return (
    <Section title={t("versions")}>
      <DataTable
        caption={t("versions")}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`), numeric: key === "times" }))}
        rows={rows}
      />
    </Section>
  );
}
