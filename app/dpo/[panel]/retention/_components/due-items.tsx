import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import { Tag } from "@/components/content/tag";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate } from "@/lib/clock";
import type { RetentionPage } from "@/lib/queries/retention/list-retention-due";
import { MemberLink } from "../../../_components/member-link";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

type Props = { granted: Granted; page: RetentionPage; at: Date; isFirst: boolean };

/** The items themselves, the earliest first. */
export async function DueItems({ granted, page, at, isFirst }: Props) {
  const { panel } = granted;
  const t = await getTranslations("dpo");
  const when = await moments();
  const today = londonDate(at);
  const rules = new Map(panel.document.retentionRules.map((rule) => [rule.key, rule.what]));
  const rows = page.items.map((item) => ({
    key: item.id,
    cells: {
      member:
        item.reference === null ? (
          t("retention.gone")
        ) : (
          <MemberLink granted={granted} reference={item.reference} />
        ),
      rule: rules.get(item.ruleKey) ?? item.ruleKey,
      since: when.civil(item.triggeredOn),
      dueOn: (
        <span>
          {when.civil(item.dueOn)}{" "}
          {item.dueOn < today ? <Tag tone="danger">{t("retention.late")}</Tag> : null}
        </span>
      ),
      action: t(`action.${item.action}`),
    },
  }));
  const columns = (["member", "rule", "since", "dueOn", "action"] as const).map((key) => ({
    key,
    label: t(`retention.${key}`),
  }));
  const next =
    page.next === null
      ? {}
      : { older: dpoPath(panel.slug, "retention", { due: page.next.dueOn, id: page.next.id }) };
  return (
    <Section title={t("retention.items")}>
      <DataTable caption={t("retention.itemsCaption")} hideCaption columns={columns} rows={rows} />
      <Pagination
        labels={{ newer: t("retention.first"), older: t("retention.next") }}
        {...(isFirst ? {} : { newer: dpoPath(panel.slug, "retention") })}
        {...next}
      />
    </Section>
  );
}
