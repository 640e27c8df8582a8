import { z } from "zod";
import { languages } from "@/lib/policy/languages";
import { noticeFormats } from "@/lib/policy/document-parts";
import { editionAt, type NoticeFormat } from "@/lib/policy/notice-editions";
import type { NoticeSection } from "@/lib/policy/notice-section";
import type { Fault } from "@/lib/result";

const most = 20_000;
const number = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: "form.unreadable" })
  .transform(Number);
const edition = z.string().transform((slug, check) => {
  const found = editionAt(slug);
  if (found !== null && languages.some(({ tag }) => tag === found.language)) return found;
  check.addIssue({ code: "custom", message: "form.unreadable" });
  return z.NEVER;
});

/** Which edition of which version: what a button about one posts. */
export const editionSchema = z.strictObject({ number, edition });

/** Choosing what to add: a language and a format, which together are not the standard notice. */
export const newEditionSchema = z
  .strictObject({
    number,
    language: z.enum(languages.map(({ tag }) => tag) as [string, ...string[]], {
      error: "noticeEdition.language.missing",
    }),
    format: z.enum(noticeFormats, { error: "noticeEdition.format.missing" }),
  })
  .refine(({ language, format }) => language !== "en" || format !== "standard", {
    path: ["format"],
    error: "noticeEdition.format.standard",
  });

/** The form of an edition: a heading and words for each part of the standard notice, whose ids the version decides. */
export const editionWordsSchema = z
  .object({ number, edition, title: z.string().trim().max(200, { error: "noticeEdition.title.long" }) })
  .catchall(z.string().max(most, { error: "noticeEdition.words.long" }))
  .refine(
    (posted) =>
      Object.keys(posted).every((name) => /^(number|edition|title|heading-.+|words-.+)$/.test(name)),
    { error: "form.unreadable" },
  );
export type EditionWords = z.output<typeof editionWordsSchema>;

const bullet = /^\s*[-*•–]\s+/u;

/** Typed words as paragraphs and a list: a blank line begins a paragraph, a line that begins with "- " is of the list. */
export function readWords(words: string): Pick<NoticeSection, "paragraphs" | "list"> {
  const lines = words.replaceAll("\r\n", "\n").split("\n");
  const list = lines.filter((line) => bullet.test(line)).map((line) => line.replace(bullet, "").trim());
  const paragraphs = lines
    .map((line) => (bullet.test(line) ? "" : line.trim()))
    .join("\n")
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.replaceAll("\n", " ").trim())
    .filter((paragraph) => paragraph !== "");
  return list.length === 0 ? { paragraphs } : { paragraphs, list };
}

/** A part as it is typed: the inverse of `readWords`. */
export function wordsOf({ paragraphs, list }: NoticeSection): string {
  return [...paragraphs, ...(list === undefined ? [] : [list.map((item) => `- ${item}`).join("\n")])].join(
    "\n\n",
  );
}

export type EditionToSave = {
  readonly number: number;
  readonly language: string;
  readonly format: NoticeFormat;
  readonly title: string | null;
  readonly sections: readonly NoticeSection[];
};

type Reading =
  | { readonly ok: true; readonly value: EditionToSave }
  | { readonly ok: false; readonly faults: Readonly<Record<string, readonly Fault[]>> };

/**
 * The posted words as sections with the ids of the standard notice. A part left wholly empty is not in the edition; one
 * with words and no heading, or the other way round, is a fault.
 */
export function readEdition(posted: EditionWords, standard: readonly NoticeSection[]): Reading {
  const faults: Record<string, Fault[]> = {};
  const typed = posted as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof typed[name] === "string" ? typed[name].trim() : "");
  const sections = standard.flatMap(({ id }): NoticeSection[] => {
    const [heading, words] = [text(`heading-${id}`), text(`words-${id}`)];
    if (heading === "" && words === "") return [];
    if (heading === "") faults[`heading-${id}`] = [{ code: "noticeEdition.heading.missing" }];
    if (words === "") faults[`words-${id}`] = [{ code: "noticeEdition.words.missing" }];
    return [{ id, heading, ...readWords(words) }];
  });
  if (sections.length === 0) faults["title"] = [{ code: "noticeEdition.empty" }];
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const title = posted.title === "" ? null : posted.title;
  return { ok: true, value: { number: posted.number, ...posted.edition, title, sections } };
}

/** Why a list is taken out of the product. A closed list: what is typed could name people, and the trail is for ever. */
export const exportReasons = ["audit", "regulator", "complaint", "letters", "assurance"] as const;
export type ExportReason = (typeof exportReasons)[number];

/** Taking out who was, or was not, shown a version. */
export const exportShownSchema = z.strictObject({
  list: z.enum(["shown", "notShown"], { error: "form.unreadable" }),
  reason: z.enum(exportReasons, { error: "exportReason.missing" }),
  version: z.union([number, z.literal("").transform(() => undefined)]).optional(),
  how: z
    .string()
    .regex(/^[A-Za-z-]{0,40}$/, { error: "form.unreadable" })
    .transform((place) => (place === "" ? undefined : place))
    .optional(),
});

/** What the address of the list may say. What cannot be read narrows nothing. */
export const shownQuerySchema = z.object({
  version: number.optional().catch(undefined),
  how: z
    .string()
    .regex(/^[A-Za-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
export type ShownQuery = z.output<typeof shownQuerySchema>;
