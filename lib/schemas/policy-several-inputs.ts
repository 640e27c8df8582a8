import { channels } from "@/lib/policy/vocabulary";
import { gatherDate } from "./activity-date";
import { answerOf, answerText } from "./policy-answer-input";
import type { PartInput } from "./policy-part-inputs";
import { allSectionNames, sectionsOf, sectionsText } from "./policy-sections-input";
import { linesOf, text, type Typed, type TypedForm } from "./typed-form";

// The inputs of a policy's forms that post under several names: a day, a line for each channel, an answer, a notice.

type Several = {
  readonly names: (name: string) => readonly string[];
  /** What they say together; undefined or empty when nothing was typed. */
  readonly read: (name: string, typed: TypedForm, before: unknown) => unknown;
  /** What they hold before anybody types. */
  readonly fill: (name: string, value: unknown) => Record<string, string>;
};

function dayIn(name: string, typed: TypedForm): string {
  const gathered = gatherDate(name, typed) as Readonly<Record<string, unknown>>;
  const value = gathered[name];
  return typeof value === "string" ? value : "";
}

function perChannel(name: string, typed: TypedForm): Record<string, string> {
  const asked = channels.map((channel) => [channel, text(typed[`${name}.${channel}`])] as const);
  return Object.fromEntries(asked.filter(([, question]) => question !== ""));
}

function dayParts(name: string, value: unknown): Record<string, string> {
  const [year = "", month = "", date = ""] = typeof value === "string" ? value.split("-") : [];
  return {
    [`${name}-day`]: String(Number(date) || ""),
    [`${name}-month`]: String(Number(month) || ""),
    [`${name}-year`]: year,
  };
}

function channelTexts(name: string, value: unknown): Record<string, string> {
  const asked = (value ?? {}) as Readonly<Record<string, Typed | undefined>>;
  return Object.fromEntries(channels.map((channel) => [`${name}.${channel}`, text(asked[channel])]));
}

export const several = {
  day: {
    names: (name) => [`${name}-day`, `${name}-month`, `${name}-year`],
    read: dayIn,
    fill: dayParts,
  },
  perChannel: {
    names: (name) => channels.map((channel) => `${name}.${channel}`),
    read: perChannel,
    fill: channelTexts,
  },
  answer: {
    names: (name) => [`${name}.type`, `${name}.options`],
    read: (name, typed, before) =>
      answerOf(text(typed[`${name}.type`]), linesOf(typed[`${name}.options`]), before),
    fill: answerText,
  },
  sections: {
    names: allSectionNames,
    read: (name, typed, before) =>
      sectionsOf(name, (input) => (typed[input] === undefined ? null : text(typed[input])), before),
    fill: sectionsText,
  },
} as const satisfies Readonly<Record<string, Several>>;

/** Whether an input posts under several names. */
export function isSeveral(as: PartInput["as"]): as is keyof typeof several {
  return Object.hasOwn(several, as);
}
