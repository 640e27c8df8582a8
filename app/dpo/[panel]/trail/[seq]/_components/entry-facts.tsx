import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { SummaryList } from "@/components/content/summary-list";
import { catalogue, type EventType } from "@/lib/ledger/catalogue";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { SealedView } from "@/lib/queries/trail/read-sealed";
import type { EntryView } from "@/lib/queries/trail/get-entry";
import { entryWords } from "../../../../_components/entry-words";
import { moments } from "../../../../_components/moments";
import { SubjectLink } from "../../../../_components/trail-table";

function provesOf(eventType: string): string | undefined {
  return Object.hasOwn(catalogue, eventType) ? catalogue[eventType as EventType].proves : undefined;
}

/** Ids and fingerprints are for machines; words are for people. */
function DataValue({ value }: { value: string }) {
  const isCode = /^[0-9a-f-]{32,64}$/.test(value);
  return isCode ? <span className="reference text-small">{value}</span> : value;
}

/** Several stand one below another. */
function DataValues({ values }: { values: readonly string[] }) {
  return values.map((value) => (
    <div key={value}>
      <DataValue value={value} />
    </div>
  ));
}

type Props = { panel: PanelView; entry: EntryView; sealed: ReadonlyMap<string, SealedView> };

/** Every part of an entry, in words. */
export async function EntryFacts({ panel, entry, sealed }: Props) {
  const t = await getTranslations("dpo.entry");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  const sealedWords = (key: string) => {
    const reading = sealed.get(key);
    if (reading === undefined) return null;
    if (reading.state === "open") return reading.value;
    return reading.state === "erased"
      ? t("sealed.erased", { day: when.day(reading.on) })
      : t(`sealed.${reading.state}`);
  };
  const data = Object.entries(entry.data).map(([key, value]) => ({
    key: `data-${key}`,
    label: words.label(key),
    value: sealedWords(key) ?? <DataValues values={[value].flat().map((each) => words.value(key, each))} />,
  }));
  const proves = provesOf(entry.eventType);
  const subject =
    entry.subject === null ? t("noPerson") : <SubjectLink slug={panel.slug} subject={entry.subject} />;
  const channel = entry.purposeKey === null ? t("none") : t("everyChannel");
  const rows = [
    ...(proves === undefined ? [] : [{ key: "proves", label: t("proves"), value: proves }]),
    { key: "effectiveAt", label: t("effectiveAt"), value: when.second(entry.effectiveAt) },
    { key: "recordedAt", label: t("recordedAt"), value: when.second(entry.recordedAt) },
    { key: "subject", label: t("subject"), value: subject },
    {
      key: "purpose",
      label: t("purpose"),
      value: entry.purposeKey === null ? t("none") : words.purpose(entry.purposeKey),
    },
    {
      key: "channel",
      label: t("channel"),
      value: entry.channel === null ? channel : words.channel(entry.channel),
    },
    { key: "actor", label: t("actor"), value: words.actor(entry.actor, entry.subject) },
    { key: "actingAs", label: t("actingAs"), value: words.actingAs(entry.actor.actorKind) },
    ...data,
    { key: "requestId", label: t("requestId"), value: <DataValue value={entry.requestId} /> },
  ];
  return (
    <Section title={t("says")}>
      <SummaryList rows={rows} />
    </Section>
  );
}
