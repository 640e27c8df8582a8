import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { csvPart } from "@/lib/csv";
import { mostOnPaper, paperPdf } from "@/lib/pdf/paper";
import { exportedEntries, type TrailExport } from "@/lib/queries/trail/get-trail-export";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { momentsForPrograms } from "@/lib/words/moments";
import { entryWords } from "../../../_components/entry-words";
import { moments } from "../../../_components/moments";

const columns = [
  "Entry",
  "Recorded",
  "Happened",
  "Event",
  "Purpose",
  "Channel",
  "About",
  "By",
  "Acting as",
  "Data",
];

type Words = Awaited<ReturnType<typeof entryWords>>;

function cells(words: Words, entry: TrailEntry): readonly string[] {
  const { seq, recordedAt, effectiveAt, eventType, purposeKey, channel, subject, actor } = entry;
  return [
    seq,
    recordedAt.toISOString(),
    effectiveAt.toISOString(),
    words.event(eventType),
    purposeKey === null ? "" : words.purpose(purposeKey),
    channel === null ? "" : words.channel(channel),
    subject === null ? "" : (subject.reference ?? subject.ref),
    words.actor(actor, subject),
    words.actingAs(actor.actorKind),
    words.data(entry.data),
  ];
}

/** The export as CSV: codes in words, for a spreadsheet; instants in UTC, so that they sort and can be reckoned with. */
export async function csvFile(granted: Granted, found: TrailExport): Promise<AsyncGenerator<string>> {
  const words = await entryWords(granted.panel, momentsForPrograms);
  return (async function* pieces() {
    yield csvPart([columns], true);
    for await (const entries of exportedEntries(granted, found))
      yield csvPart(
        entries.map((entry) => cells(words, entry)),
        false,
      );
  })();
}

function record({ subject, actor, ...entry }: TrailEntry): object {
  const { actorKind, actorRef, name } = actor;
  return { ...entry, subject, actor: { kind: actorKind, ref: actorRef, name } };
}

/** The export as JSON, in codes: what the entries say, for another program. */
export async function jsonFile(granted: Granted, found: TrailExport): Promise<AsyncGenerator<string>> {
  const { seq, asked, recordedAt } = found;
  const head = {
    panel: granted.panel.slug,
    exportEntry: String(seq),
    exportedAt: recordedAt,
    narrowedTo: asked,
  };
  return (async function* pieces() {
    yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
    let first = true;
    for await (const entries of exportedEntries(granted, found)) {
      const text = entries.map((entry) => JSON.stringify(record(entry))).join(",\n");
      yield first ? `\n${text}` : `,\n${text}`;
      first = false;
    }
    yield "\n]}\n";
  })();
}

/** The newest entries of the export as a paper to read, and whether there are more. */
export async function pdfFile(granted: Granted, found: TrailExport): Promise<AsyncGenerator<Uint8Array>> {
  const { panel } = granted;
  const [t, words, when] = await Promise.all([getTranslations("trail.paper"), entryWords(panel), moments()]);
  const entries: TrailEntry[] = [];
  for await (const some of exportedEntries(granted, found, mostOnPaper + 1)) entries.push(...some);
  const shown = entries.slice(0, mostOnPaper);
  const under = t("under", { panel: panel.name, when: when.second(found.recordedAt), count: shown.length });
  const sections = shown.map((entry) => {
    const [, , , event, purpose, channel, about, by, , data] = cells(words, entry);
    const line = (key: string, value: string | undefined) =>
      value === undefined || value === "" ? [] : [{ key, label: t(key), values: [value] }];
    return {
      key: entry.seq,
      heading: t("heading", { seq: entry.seq, event: event ?? "" }),
      lines: [
        ...line("recorded", when.second(entry.recordedAt)),
        ...line("happened", when.second(entry.effectiveAt)),
        ...line("purpose", [purpose, channel].filter((part) => part !== "").join(", ")),
        ...line("about", about),
        ...line("by", by),
        ...line("data", data),
      ],
    };
  });
  const paper = {
    title: t("title"),
    under: entries.length > mostOnPaper ? `${under} ${t("more", { count: mostOnPaper })}` : under,
    author: panel.document.organisation.legalName,
    none: t("none"),
    page: (page: number, pages: number) => t("page", { page, pages }),
    sections,
  };
  const file = await paperPdf(paper, found.recordedAt);
  return (async function* whole() {
    yield Uint8Array.from(file);
  })();
}
