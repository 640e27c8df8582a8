import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { kindOf, type EventType } from "@/lib/ledger/catalogue";
import { dpoPath } from "../../../_components/paths";

const columns = ["event", "proves", "facts", "screen"] as const;

/** The page each screen's entries are read on; a person's timeline has none without a person. */
const pageOf = { trail: "trail", memberHistory: null, verify: "verify" } as const;

type Props = { slug: string; group: string; types: readonly EventType[] };

/** Kinds of entries, one a line. What they prove is said in the specification's own words. */
export async function KindTable({ slug, group, types }: Props) {
  const [t, dpo] = await Promise.all([getTranslations("catalogue"), getTranslations("dpo")]);
  const fact = (key: string) => (dpo.has(`data.${key}`) ? dpo(`data.${key}`) : key);
  const rows = types.map((type) => {
    const { proves, required, optional = [], screen } = kindOf(type);
    const page = pageOf[screen];
    return {
      key: type,
      cells: {
        event: (
          <>
            <a href={dpoPath(slug, "trail", { event: type })}>{dpo(`event.${type}`)}</a>
            <span className="reference block font-normal whitespace-nowrap text-small text-muted">
              {type}
            </span>
          </>
        ),
        proves,
        facts: (
          <>
            {required.map(fact).join(" · ")}
            {optional.length === 0 ? null : (
              <span className="block text-small text-muted">
                {t("sometimes", { facts: optional.map(fact).join(" · ") })}
              </span>
            )}
          </>
        ),
        screen:
          page === null ? t(`screen.${screen}`) : <a href={dpoPath(slug, page)}>{t(`screen.${screen}`)}</a>,
      },
    };
  });
  const title = t(`group.${group}`);
  return (
    <Section title={title}>
      <DataTable
        caption={t("caption", { group: title })}
        hideCaption
        columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
        rows={rows}
      />
    </Section>
  );
}
