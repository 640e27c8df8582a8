import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { GateDecision } from "@/lib/policy/gate/types";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Standing } from "@/lib/queries/trail/get-member-history";
import { entryWords } from "../../../../_components/entry-words";
import { moments } from "../../../../_components/moments";
import { standingTones } from "./standing-tones";

const columns = ["about", "basis", "standing", "mayContact"] as const;

async function MayContact({ gate }: { gate: GateDecision | null }) {
  const t = await getTranslations("dpo.history");
  const reason = await getTranslations("policy.reason");
  if (gate === null) return <span className="text-muted">{t("sendsNothing")}</span>;
  return (
    <span>
      <strong>{t(gate.permitted ? "yes" : "no")}</strong>
      {gate.permitted ? null : <span className="block text-small text-muted">{reason(gate.code)}</span>}
    </span>
  );
}

type Props = { panel: PanelView; standings: readonly Standing[]; at: Date };

/** Where the person stands on every purpose and channel, and what the gate would say now. */
export async function InForce({ panel, standings, at }: Props) {
  const t = await getTranslations("dpo");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  const rows = standings.map(({ purposeKey, channel, lawfulBasis, standing, gate }) => ({
    key: `${purposeKey}-${channel ?? "every"}`,
    cells: {
      about: [words.purpose(purposeKey), ...(channel === null ? [] : [words.channel(channel)])].join(", "),
      basis: t(`basis.${lawfulBasis}`),
      standing: (
        <span>
          <Tag tone={standingTones[standing.state]}>{t(`standing.${standing.state}`)}</Tag>{" "}
          {standing.since === null ? null : t("history.since", { day: when.day(new Date(standing.since)) })}
        </span>
      ),
      mayContact: <MayContact gate={gate} />,
    },
  }));
  return (
    <Section title={t("history.inForce")} lead={t("history.inForceLead", { when: when.moment(at) })}>
      {rows.length === 0 ? (
        <p>{t("history.inForceEmpty")}</p>
      ) : (
        <DataTable
          caption={t("history.inForce")}
          hideCaption
          columns={columns.map((key) => ({ key, label: t(`history.${key}`) }))}
          rows={rows}
        />
      )}
    </Section>
  );
}
