import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { heldElsewhere } from "@/lib/policy/disposal";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RunLine } from "@/lib/queries/disposal/get-disposal-run";
import { moments } from "../../../../../_components/moments";

type Props = { panel: PanelView; lines: readonly RunLine[] };

/** Why an item stays, as it turned out or as it is foreseen; null for one that goes. */
export function reasonOf({ outcome, heldBy, foreseen }: Pick<RunLine, "outcome" | "heldBy" | "foreseen">) {
  return outcome === null ? foreseen : heldBy;
}

/** What happens to an item that goes, as a word of `disposals`: foreseen, or as it turned out. */
export function happensKey({ outcome, whole, action }: Pick<RunLine, "outcome" | "whole" | "action">) {
  if (outcome === null) return `lines.${whole ? "whole" : action}` as const;
  return outcome === "disposed"
    ? (`did.${whole ? "whole" : action}` as const)
    : (`lines.${outcome}` as const);
}

function sum(lines: readonly RunLine[]): number {
  return lines.reduce((total, { items }) => total + items, 0);
}

async function Going({ panel, lines }: Props) {
  const [t, when] = await Promise.all([getTranslations("disposals"), moments()]);
  const rules = new Map(panel.document.retentionRules.map((rule) => [rule.key, rule]));
  const rows = lines.map((line) => ({
    key: `${line.ruleKey}-${line.action}-${line.whole}-${line.outcome}`,
    cells: {
      rule: rules.get(line.ruleKey)?.what ?? line.ruleKey,
      promise: rules.get(line.ruleKey)?.sourceText ?? "–",
      happens: t(happensKey(line)),
      items: when.count(line.items),
    },
  }));
  const columns = (["rule", "promise", "happens", "items"] as const).map((key) => ({
    ...{ key, label: t(`lines.${key}`) },
    numeric: key === "items",
  }));
  const totals = { rule: t("lines.all"), items: when.count(sum(lines)) };
  return <DataTable caption={t("lines.going")} hideCaption columns={columns} rows={rows} totals={totals} />;
}

async function Staying({ panel, lines }: Props) {
  const [t, when] = await Promise.all([getTranslations("disposals"), moments()]);
  const rules = new Map(panel.document.retentionRules.map((rule) => [rule.key, rule.what]));
  const rows = lines.map((line) => {
    const reason = reasonOf(line) ?? "review";
    return {
      key: `${line.ruleKey}-${line.action}-${reason}-${line.outcome}`,
      cells: {
        rule: rules.get(line.ruleKey) ?? line.ruleKey,
        why: (
          <span>
            <strong>{t(`kept.${reason}.name`)}.</strong> {t(`kept.${reason}.why`)}
          </span>
        ),
        items: when.count(line.items),
      },
    };
  });
  const columns = (["rule", "why", "items"] as const).map((key) => ({
    ...{ key, label: t(`lines.${key}`) },
    numeric: key === "items",
  }));
  const totals = { rule: t("lines.all"), items: when.count(sum(lines)) };
  return <DataTable caption={t("lines.staying")} hideCaption columns={columns} rows={rows} totals={totals} />;
}

/** What goes and what stays of everything that is due, by rule; and what somebody must see to outside this product. */
export async function RunLines({ panel, lines }: Props) {
  const t = await getTranslations("disposals.lines");
  const going = lines.filter((line) => reasonOf(line) === null);
  const staying = lines.filter((line) => reasonOf(line) !== null);
  const outside = heldElsewhere(
    panel.document,
    lines.filter(({ whole }) => whole).map(({ ruleKey }) => ruleKey),
  );
  return (
    <>
      {going.length === 0 ? null : (
        <Section title={t("going")} lead={t("goingLead")}>
          <Going panel={panel} lines={going} />
          {outside.length === 0 ? null : (
            <p className="max-w-reading">{t("outside", { what: outside.join(", ") })}</p>
          )}
        </Section>
      )}
      {staying.length === 0 ? null : (
        <Section title={t("staying")} lead={t("stayingLead")}>
          <Staying panel={panel} lines={staying} />
        </Section>
      )}
    </>
  );
}
