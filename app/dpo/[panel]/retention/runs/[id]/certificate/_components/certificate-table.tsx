import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import type { CertificateLine } from "@/lib/policy/disposal-certificate";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { moments } from "../../../../../../_components/moments";

type Props = { panel: PanelView; lines: readonly CertificateLine[] };

/** What became of everything that was due, rule by rule; the last line adds up. */
export async function CertificateTable({ panel, lines }: Props) {
  const [t, when] = await Promise.all([getTranslations("disposals"), moments()]);
  const rules = new Map(panel.document.retentionRules.map((rule) => [rule.key, rule.what]));
  const became = ({ outcome, whole, action, heldBy }: CertificateLine) => {
    if (heldBy !== null) return t("items.kept", { reason: t(`kept.${heldBy}.name`) });
    return t(outcome === "disposed" ? `did.${whole ? "whole" : action}` : `lines.${outcome}`);
  };
  const rows = lines.map((line, place) => ({
    key: String(place),
    cells: {
      rule: rules.get(line.rule) ?? line.rule,
      action: t(`promised.${line.action}`),
      happens: became(line),
      items: when.count(line.items),
    },
  }));
  const columns = (["rule", "action", "happens", "items"] as const).map((key) => ({
    ...{ key, label: t(`certificate.${key}`) },
    numeric: key === "items",
  }));
  const totals = {
    rule: t("lines.all"),
    items: when.count(lines.reduce((total, { items }) => total + items, 0)),
  };
  return (
    <DataTable caption={t("certificate.lines")} hideCaption columns={columns} rows={rows} totals={totals} />
  );
}
