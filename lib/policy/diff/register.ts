// Who else gets data, where, and how long everything is kept: more of it is told before it begins (TR-3, AC-4, AC-5, RT-1).
import type { AccountabilityRecord, Recipient, RetentionRule } from "../document";
import { safeguards, triggers } from "../processing-record";
import { material, minor, type Describe, type KeyedList } from "./change";
import { dayWords, isLonger, periodWords } from "./period-words";
import { endingWords, recipientRoleWords } from "./words";

function recipientMove(words: (before: Recipient, after: Recipient) => string): Describe<Recipient> {
  return (before, after, path) => [
    material(
      path,
      "transfer",
      `${after.name} ${words(before, after)}`,
      `${after.name} ${words(before, after)}.`,
    ),
  ];
}

function recipientPart(words: (before: Recipient, after: Recipient) => string): Describe<Recipient> {
  return (before, after, path) => [
    material(path, "recipient", words(before, after), `${words(before, after)}.`),
  ];
}

const ownRetention: Describe<Recipient> = (before, after, path) => {
  const words = `${after.name} keeps data for ${periodWords(after.ownRetention ?? "")} instead of ${periodWords(before.ownRetention ?? "")}`;
  return isLonger(before.ownRetention, after.ownRetention)
    ? [material(path, "retention", words, `${words}.`)]
    : [minor(path, "retention", words)];
};

const safeguard = ({ transfer }: Recipient): string =>
  transfer === undefined ? "no safeguard" : `the safeguard "${safeguards[transfer]}"`;

export const recipientList: KeyedList<Recipient> = {
  place: "recipients",
  label: ({ name }) => name,
  added: ({ name, where, whatFor }, path) =>
    material(path, "recipient", `adds recipient ${name}, ${where}`, `New: ${name}, ${where}. ${whatFor}`),
  removed: ({ name }, path) =>
    minor(
      path,
      "recipient",
      `takes recipient ${name} off the register`,
      `${name} no longer gets your details.`,
    ),
  changed: {
    where: recipientMove((before, after) => `now works in ${after.where} instead of ${before.where}`),
    transfer: recipientMove(
      (before, after) => `gets data under ${safeguard(after)} instead of ${safeguard(before)}`,
    ),
    name: recipientPart((before, after) => `${before.name} becomes ${after.name}`),
    role: recipientPart((_before, after) => `${after.name} is now ${recipientRoleWords[after.role]}`),
    whatFor: recipientPart((_before, after) => `${after.name} now does this: ${after.whatFor}`),
    ownRetention,
  },
};

const period: Describe<RetentionRule> = (before, after, path) => {
  const change = `${periodWords(after.period)} instead of ${periodWords(before.period)}`;
  return isLonger(before.period, after.period)
    ? [
        material(
          path,
          "retention",
          `keeps "${after.what}" longer: ${change}`,
          `${after.what}: we keep this longer, ${change}.`,
        ),
      ]
    : [
        minor(
          path,
          "retention",
          `keeps "${after.what}" less long: ${change}`,
          `${after.what}: we keep this less long, ${change}.`,
        ),
      ];
};

const trigger: Describe<RetentionRule> = (before, after, path) => [
  material(
    path,
    "retention",
    `counts the time for "${after.what}" from ${triggers[after.trigger]} instead of ${triggers[before.trigger]}`,
    `${after.what}: the time we keep this begins on another day. ${after.sourceText}`,
  ),
];

const strictness = { delete: 2, anonymise: 1, review: 0 } as const;

const action: Describe<RetentionRule> = (before, after, path) => {
  const words = `at the end "${after.what}" is ${endingWords[after.action]} instead of ${endingWords[before.action]}`;
  return strictness[after.action] < strictness[before.action]
    ? [
        material(
          path,
          "retention",
          words,
          `${after.what}: it is no longer simply deleted. ${after.sourceText}`,
        ),
      ]
    : [minor(path, "retention", words)];
};

export const retentionList: KeyedList<RetentionRule> = {
  place: "retentionRules",
  label: ({ what }) => `the rule for "${what}"`,
  // Of several rules the earliest day counts, so one more never keeps anything longer.
  added: ({ what, sourceText }, path) => minor(path, "retention", `adds a rule for "${what}": ${sourceText}`),
  removed: ({ what }, path) =>
    material(
      path,
      "retention",
      `drops the rule for "${what}"`,
      `${what}: an end that we promised no longer holds.`,
    ),
  changed: { period, trigger, action },
};

export const accountabilityList: KeyedList<AccountabilityRecord> = {
  place: "accountability",
  label: ({ title }) => `"${title}"`,
  added: ({ title }, path) => minor(path, "accountability", `adds "${title}" to the records`),
  removed: ({ title }, path) => minor(path, "accountability", `takes "${title}" off the records`),
  changed: {
    reviewOn: (before, after, path) => [
      minor(
        path,
        "accountability",
        `reviews "${after.title}" by ${dayWords(after.reviewOn)} instead of ${dayWords(before.reviewOn)}`,
      ),
    ],
  },
};
