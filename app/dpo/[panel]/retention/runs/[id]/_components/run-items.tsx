import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import type { Granted } from "@/lib/auth/require-actor";
import type { RunItem, RunItemsPage } from "@/lib/queries/disposal/list-run-items";
import { MemberLink } from "../../../../../_components/member-link";
import { moments } from "../../../../../_components/moments";
import { dpoPath } from "../../../../../_components/paths";
import { happensKey, reasonOf } from "./run-lines";

type Props = { granted: Granted; runId: string; page: RunItemsPage; isFirst: boolean };

/** Every item by itself, person by person. */
export async function RunItems({ granted, runId, page, isFirst }: Props) {
  const { panel } = granted;
  const [t, when] = await Promise.all([getTranslations("disposals"), moments()]);
  const rules = new Map(panel.document.retentionRules.map((rule) => [rule.key, rule.what]));
  const happens = (item: RunItem) => {
    const reason = reasonOf(item);
    if (reason === "nothing") return t("lines.lapsed");
    if (reason !== null) return t("items.kept", { reason: t(`kept.${reason}.name`) });
    return t(happensKey(item));
  };
  const rows = page.items.map((item) => ({
    key: item.itemId,
    cells: {
      person:
        item.reference === null ? (
          t("items.gone")
        ) : (
          <MemberLink granted={granted} reference={item.reference} />
        ),
      rule: rules.get(item.ruleKey) ?? item.ruleKey,
      dueOn: when.civil(item.dueOn),
      happens: happens(item),
    },
  }));
  const columns = (["person", "rule", "dueOn", "happens"] as const).map((key) => ({
    key,
    label: t(`items.${key}`),
  }));
  const path = `retention/runs/${runId}`;
  const { next } = page;
  return (
    <Section title={t("items.title")} lead={t("items.lead")}>
      <DataTable caption={t("items.title")} hideCaption columns={columns} rows={rows} />
      <Pagination
        labels={{ newer: t("items.first"), older: t("items.next") }}
        {...(isFirst ? {} : { newer: dpoPath(panel.slug, path) })}
        {...(next === null
          ? {}
          : { older: dpoPath(panel.slug, path, { person: next.subjectRef, item: next.itemId }) })}
      />
    </Section>
  );
}
