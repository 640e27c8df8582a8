import { z } from "zod";

/** What a value must fit, and the message key that says otherwise. */
export type Rule<T> = readonly [fits: (value: T) => boolean, message: string];

/**
 * Asks the rules in order and names the first that is broken: one sentence a field. It never aborts, so rules about
 * several fields of the form still run.
 */
export function firstBroken<T>(...rules: readonly Rule<T>[]) {
  return (value: T, context: z.core.$RefinementCtx<T>) => {
    const broken = rules.find(([fits]) => !fits(value));
    if (broken !== undefined) context.addIssue({ code: "custom", message: broken[1] });
  };
}

const oneLine = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/\p{Cc}+/gu, " ")
    .trim();
const severalLines = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ")
    .trim();

function wordsOf(clean: (typed: string) => string, key: string, longest: number) {
  return z
    .string({ error: `${key}.missing` })
    .transform(clean)
    .superRefine(
      firstBroken<string>(
        [(text) => text !== "", `${key}.missing`],
        [(text) => text.length <= longest, `${key}.long`],
      ),
    );
}

/** One line of words, at most `longest` characters: trimmed, without control characters. */
export function line(key: string, longest: number) {
  return wordsOf(oneLine, key, longest);
}

/** Several lines of words, at most `longest` characters. */
export function lines(key: string, longest: number) {
  return wordsOf(severalLines, key, longest);
}

function maybe(clean: (typed: string) => string, key: string, longest: number) {
  return z
    .string()
    .default("")
    .transform(clean)
    .superRefine(firstBroken<string>([(text) => text.length <= longest, `${key}.long`]));
}

/** One line that may be left empty: then "". */
export function maybeLine(key: string, longest: number) {
  return maybe(oneLine, key, longest);
}

/** Several lines that may be left empty: then "". */
export function maybeLines(key: string, longest: number) {
  return maybe(severalLines, key, longest);
}
