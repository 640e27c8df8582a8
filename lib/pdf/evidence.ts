import { createFormatter, createTranslator } from "next-intl";
import { messagesFor } from "@/lib/messages";
import { languageOf } from "@/lib/policy/languages";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Shown } from "@/lib/queries/trail/exact-words";
import type { TrailEntry } from "@/lib/queries/trail/trail-entry";
import { entryWordsIn, type Say } from "@/lib/words/entry-words";
import { momentsIn } from "@/lib/words/moments";
import { paperPdf, type PaperLine, type PaperSection } from "./paper";

const settings = { locale: "en-GB", timeZone: "Europe/London", messages: messagesFor("en") } as const;
const typed = createTranslator({ ...settings, namespace: "dpo" });
// Keys are put together from what entries say, so no list of them can be known beforehand.
const dpoWords: Say = Object.assign(
  (key: string, values?: Record<string, string | number>) => typed(key as never, values as never),
  { has: (key: string) => typed.has(key as never) },
);
const said = createTranslator({ ...settings, namespace: "trail.pack.paper" });
const when = momentsIn(createFormatter(settings));

/** A step with the words and the notice that were shown with it. */
export type Step = TrailEntry & Shown;

/** What is not said on the paper: ids and fingerprints, which the entry itself has. */
const forMachines = /(?:Id|Hash|Sealed)$/;

function lines(panel: PanelView, step: Step): readonly PaperLine[] {
  const words = entryWordsIn(dpoWords, when, panel);
  const about = [
    ...(step.purposeKey === null ? [] : [words.purpose(step.purposeKey)]),
    ...(step.channel === null ? [] : [words.channel(step.channel)]),
  ].join(", ");
  const line = (key: string, label: string, ...values: readonly string[]): readonly PaperLine[] =>
    values.every((value) => value === "") ? [] : [{ key, label, values }];
  const shown = step.words;
  const data = Object.entries(step.data)
    .filter(([key]) => !forMachines.test(key))
    .flatMap(([key, value]) =>
      line(key, words.label(key), ...[value].flat().map((each) => words.value(key, each))),
    );
  return [
    ...line("happened", said("happened"), when.second(step.effectiveAt)),
    ...line("recorded", said("recorded"), when.second(step.recordedAt)),
    ...line("about", said("about"), about),
    ...line("by", said("by"), words.actor(step.actor, step.subject)),
    ...data,
    ...(shown === null
      ? []
      : line("words", said("words", { language: languageOf(shown.language).english }), shown.text)),
    ...(step.notice === null ? [] : line("notice", said("notice"), String(step.notice.number))),
  ];
}

type Evidence = {
  readonly panel: PanelView;
  /** A member's reference or an activity's title. */
  readonly about: string;
  /** Those of this paper. */
  readonly steps: readonly Step[];
  /** How many there are, and the place of the first of this paper among them. */
  readonly all: number;
  readonly first: number;
  /** Which paper of how many this is. */
  readonly number: number;
  readonly papers: number;
  readonly at: Date;
};

/** Which part of all it is, where one paper does not hold it. */
function partOf({ steps, all, first, number, papers }: Evidence): readonly string[] {
  if (papers === 1) return [];
  const last = first + steps.length - 1;
  const isCut = number === papers && last < all;
  return [said("part", { number, papers, first, last }), ...(isCut ? [said("more", { count: last })] : [])];
}

/** What happened, in words and in order, each step with its number in the ledger and the exact words that were shown. */
export function evidencePdf(evidence: Evidence): Promise<Buffer> {
  const { panel, about, steps, all, at } = evidence;
  const words = entryWordsIn(dpoWords, when, panel);
  const sections = steps.map((step): PaperSection => ({
    key: step.seq,
    heading: said("heading", { seq: step.seq, event: words.event(step.eventType) }),
    lines: lines(panel, step),
  }));
  const under = [
    said("under", { panel: panel.name, when: when.second(at), count: all }),
    ...partOf(evidence),
  ].join(" ");
  const paper = {
    title: said("title", { about }),
    under,
    author: panel.document.organisation.legalName,
    none: said("none"),
    page: (page: number, pages: number) => said("page", { page, pages }),
    sections,
  };
  return paperPdf(paper, at);
}
