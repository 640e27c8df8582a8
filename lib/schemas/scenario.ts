import { z } from "zod";
import { gateCodes } from "@/lib/policy/gate/types";
import { incentives, lastingOccasions } from "@/lib/policy/gate/message-facts";
import { authorities } from "@/lib/policy/representative";
import { instantOf } from "@/lib/policy/scenario/moment";
import { scenarioVerbs, type ScenarioFile } from "@/lib/policy/scenario/types";
import { captureMethods, channels, messageKinds } from "@/lib/policy/vocabulary";
import { readFileText, type FileFormat, type FileProblem } from "./file-guard";
import { day, few, only, text } from "./policy-atoms";
import { problemsOf } from "./problems";

// The shape of a scenario file (docs/scenarios.md). Unknown words are refused: a misspelt event would change nothing in
// silence, and the scenario would pass for the wrong reason.

const moment = z
  .string()
  .refine(
    (words) => instantOf(words) !== null,
    "Write a day or moment that exists: 2026-11-21 or 2026-11-21T10:05",
  );
const channel = z.enum(channels);
const yes = z.literal(true).exactOptional();
const maybe = z.boolean().exactOptional();
const purpose = text.exactOptional();

const detailsTaken = only({
  collectedByController: z.boolean(),
  context: z.enum(["sale", "tenancy", "support", "beneficiary", "other"]),
  optOutOffered: z.boolean(),
  optOutUsed: maybe,
  engagedAfresh: maybe,
});

const representative = only({
  authority: z.enum(authorities),
  scope: few(text, 20),
  evidenced: z.boolean(),
  lastDay: day.exactOptional(),
});

const event = only({
  on: moment,
  applied: yes,
  joined: yes,
  left: yes,
  ended: yes,
  erased: yes,
  died: yes,
  shownNotice: yes,
  gave: purpose,
  refused: purpose,
  withdrew: purpose,
  objected: purpose,
  expired: purpose,
  objectionDecided: purpose,
  outcome: z.enum(["accepted", "overridden"]).exactOptional(),
  reasons: text.exactOptional(),
  told: moment.exactOptional(),
  restricted: z.union([z.literal(true), few(text, 8)]).exactOptional(),
  restrictionLifted: yes,
  pausedUntil: day.exactOptional(),
  doNotVisit: yes,
  cannotUse: channel.exactOptional(),
  needsFormat: text.exactOptional(),
  callsWelcome: maybe,
  parentAgreed: yes,
  confirmed: channel.exactOptional(),
  bounced: channel.exactOptional(),
  suppressed: z.enum(["address", "person"]).exactOptional(),
  tpsClear: yes,
  mpsClear: yes,
  approached: yes,
  detailsTaken: detailsTaken.exactOptional(),
  representative: representative.exactOptional(),
  channel: channel.exactOptional(),
  purpose,
  kind: z.enum(messageKinds).exactOptional(),
  how: z.enum(captureMethods).exactOptional(),
  recordedOn: moment.exactOptional(),
  evidence: maybe,
  controller: text.exactOptional(),
}).refine(
  (one) => scenarioVerbs.filter((verb) => one[verb] !== undefined).length === 1,
  `An event says exactly one thing: one of ${scenarioVerbs.join(", ")}`,
);

const person = only({
  who: text.exactOptional(),
  born: day.exactOptional(),
  prospect: yes,
  matched: maybe,
  reach: z
    .partialRecord(channel, z.enum(["confirmed", "unconfirmed", "corporate"]))
    .readonly()
    .exactOptional(),
  events: few(event, 200).exactOptional(),
});

const shows = only({
  identityShown: z.boolean(),
  optOutOffered: z.boolean(),
  optOutByReply: maybe,
  senderReplyable: maybe,
  callerLineShown: maybe,
  contactDetailsShown: maybe,
  format: text.exactOptional(),
});

const message = only({
  kind: z.enum(messageKinds),
  purpose: text,
  channel,
  words: text.exactOptional(),
  reviewed: maybe,
  approach: maybe,
  promotional: maybe,
  recruits: maybe,
  sellsOrFundraises: maybe,
  promotesOthers: maybe,
  similarProducts: maybe,
  unnecessary: maybe,
  unapproved: maybe,
  incentive: z.enum(incentives).exactOptional(),
  occasion: z.enum(lastingOccasions).exactOptional(),
  publicTaskSignOff: text.exactOptional(),
  from: text.exactOptional(),
  toRepresentative: maybe,
  everyHome: maybe,
  shows: shows.exactOptional(),
});

const scenario = only({
  name: text,
  law: few(text, 10),
  person: text,
  events: few(event, 200).exactOptional(),
  message,
  at: moment,
  expect: z.enum(gateCodes),
  until: z.union([z.literal("always"), moment]).exactOptional(),
  because: text.exactOptional(),
});

const scenarioFile = only({
  policy: text,
  changes: z.record(z.string(), z.unknown()).readonly().exactOptional(),
  people: z.record(z.string(), person).readonly(),
  scenarios: z.array(scenario).min(1).max(500).readonly(),
}).superRefine((file, context) => {
  for (const [place, { person: name }] of file.scenarios.entries()) {
    if (file.people[name] !== undefined) continue;
    context.addIssue({
      code: "custom",
      path: ["scenarios", place, "person"],
      message: `Nobody here is called "${name}".`,
    });
  }
});

export type ScenarioReading =
  | { readonly ok: true; readonly file: ScenarioFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads a scenario file, all or nothing; each problem has its place and what to write instead. */
export function readScenarios(words: string, format: FileFormat): ScenarioReading {
  const reading = readFileText(words, format);
  if (!reading.ok) return reading;
  const parsed = scenarioFile.safeParse(reading.value);
  return parsed.success
    ? { ok: true, file: parsed.data }
    : { ok: false, problems: problemsOf(parsed.error, reading.value) };
}
