import { settablePoints } from "@/lib/policy/debated";
import { noticeFormats, routes } from "@/lib/policy/document-parts";
import { languages } from "@/lib/policy/languages";
import { authorities } from "@/lib/policy/representative";
import { nations } from "@/lib/policy/vocabulary";
import {
  choice,
  day,
  line,
  lines,
  maybeChoice,
  maybeChoices,
  maybeLine,
  maybeLines,
  maybeWords,
  number,
  tick,
  words,
  type Part,
} from "./policy-part-inputs";

// The forms of the panel, who runs it, who may join, what was settled, and what the organisation adds to the notice.

/** What is said in one place and belongs to no list: the panel itself, and what it promises in numbers and words. */
export const general: Part = {
  path: [],
  inputs: [
    line("panel.name"),
    words("panel.summary"),
    choice("panel.joining", ["open", "round"]),
    lines("promises"),
    line("consentLife"),
    number("contactBudget.approaches"),
    line("contactBudget.window"),
    maybeChoice("surveyLinks", ["personal", "shared"]),
    maybeLines("security"),
    lines("areas"),
    lines("tenures"),
    lines("interests"),
    number("suppressionThresholds.default"),
    number("suppressionThresholds.specialCategory"),
  ],
};

export const organisation: Part = {
  path: ["organisation"],
  inputs: [
    line("legalName"),
    choice("nation", nations),
    tick("publicAuthority"),
    tick("charity"),
    line("contactEmail"),
    line("contactPhone"),
    words("postalAddress"),
    line("dpoEmail"),
    maybeLine("icoRegistration"),
    maybeLine("charityNumber"),
  ],
};

export const jointControllers: Part = {
  path: ["organisation", "jointControllers"],
  namedBy: ["key"],
  optional: true,
  inputs: [line("key"), line("legalName"), words("contact"), words("arrangement")],
};

export const membership: Part = {
  path: ["membership"],
  inputs: [
    number("minimumAge"),
    maybeLine("term"),
    words("eligibility"),
    lines("joiningMeans"),
    maybeChoices("routes.joining", routes),
    maybeChoices("routes.withdrawing", routes),
    maybeChoices("representatives.kinds", authorities),
    maybeWords("representatives.evidence"),
  ],
};

export const rounds: Part = {
  path: ["membership", "rounds"],
  namedBy: ["key"],
  optional: true,
  inputs: [line("key"), day("opensOn"), day("closesOn"), day("decideBy"), number("places")],
};

export const settings: Part = {
  path: ["settings"],
  namedBy: ["point"],
  optional: true,
  inputs: [
    { ...choice("point", settablePoints), explained: true },
    words("reason"),
    line("approvalId"),
    line("approvedByRole"),
    day("approvedOn"),
    day("reviewOn"),
  ],
};

export const automatedDecisions: Part = {
  path: ["automatedDecisions"],
  namedBy: ["key"],
  optional: true,
  inputs: [
    line("key"),
    line("what"),
    words("logic"),
    words("effect"),
    tick("significant"),
    tick("humanReview"),
  ],
};

export const notice: Part = { path: ["notice"], inputs: [maybeLines("opening"), maybeLines("closing")] };

export const noticeVariants: Part = {
  path: ["notice", "variants"],
  namedBy: ["language", "format"],
  optional: true,
  inputs: [
    choice(
      "language",
      languages.map(({ tag }) => tag),
    ),
    choice("format", noticeFormats),
    line("title"),
    { name: "sections", as: "sections" },
  ],
};

export const quietDates: Part = {
  path: ["quietDates"],
  namedBy: ["from"],
  optional: true,
  inputs: [day("from"), day("to"), { ...tick("yearly"), optional: true }, line("why")],
};

export const regulator: Part = {
  path: ["regulator"],
  namedBy: ["from"],
  inputs: [day("from"), line("name"), line("website"), line("phone"), maybeWords("address")],
};
