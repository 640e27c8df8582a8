// One notice, in several languages and formats under one number: what is published with a policy, and at which address each
// of them stays (law.md TR-3, TR-4).
import { whatChanged } from "./diff";
import type { PolicyDocument } from "./document";
import { noticeFormats } from "./document-parts";
import { renderNotice } from "./notice";
import { renderEasyRead } from "./notice-easy-read";
import type { NoticeSection } from "./notice-section";
import type { CivilDate } from "./vocabulary";

export type NoticeFormat = (typeof noticeFormats)[number];

/** One text under a number. `title`: null where the page's own heading stands above it. */
export type Edition = {
  readonly language: string;
  readonly format: NoticeFormat;
  readonly title: string | null;
  readonly sections: readonly NoticeSection[];
};

/** What an edition's SHA-256 is taken of: the words that are read, the title with them where there is one. */
export function hashedPart({ title, sections }: Pick<Edition, "title" | "sections">): unknown {
  return title === null ? sections : { title, sections };
}

function withChange(
  sections: readonly NoticeSection[],
  changed: NoticeSection | null,
): readonly NoticeSection[] {
  const [first, ...rest] = sections;
  return first === undefined || changed === null ? sections : [first, changed, ...rest];
}

/**
 * Every edition that is published with a policy document: the standard notice in English, the same in large print, Easy
 * Read, and what the organisation wrote itself, which goes before what would be made.
 * @param before the document before it; null for a panel's first
 * @param on the day it is for (civil, Europe/London)
 */
export function editionsOf(
  before: PolicyDocument | null,
  document: PolicyDocument,
  on: CivilDate | null,
): readonly Edition[] {
  const changed = before === null ? null : whatChanged(before, document);
  const standard = withChange(renderNotice(document, document.notice ?? {}, on), changed);
  const easy = withChange(
    renderEasyRead(document, document.notice ?? {}, on),
    changed === null ? null : { ...changed, heading: "What is new?" },
  );
  const made: readonly Edition[] = [
    { language: "en", format: "standard", title: null, sections: standard },
    { language: "en", format: "easyRead", title: null, sections: easy },
    { language: "en", format: "largePrint", title: null, sections: standard },
  ];
  const own: readonly Edition[] = document.notice?.variants ?? [];
  const isOwn = (one: Edition) =>
    own.some(({ language, format }) => language === one.language && format === one.format);
  return [...made.filter((one) => one.format === "standard" || !isOwn(one)), ...own];
}

const slugs: Readonly<Record<NoticeFormat, string>> = {
  standard: "",
  easyRead: "easy-read",
  largePrint: "large-print",
};

/** English before other languages, and within a language the standard text, then Easy Read, then large print. */
export function inReadingOrder<E extends Pick<Edition, "language" | "format">>(
  editions: readonly E[],
): readonly E[] {
  const order = ({ language, format }: E) =>
    `${language === "en" ? "" : language} ${noticeFormats.indexOf(format)}`;
  return editions.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** The last part of an edition's address, such as "easy-read", "cy" or "cy-large-print"; "" for the standard one. */
export function editionSlug({ language, format }: Pick<Edition, "language" | "format">): string {
  return [language === "en" ? "" : language, slugs[format]].filter((part) => part !== "").join("-");
}

const address =
  /^(?:(?<language>[A-Za-z]{2,3}(?:-(?!easy-|large-)[A-Za-z0-9]{2,8})*))?-?(?<format>easy-read|large-print)?$/u;

/** The edition that an address names; null when it names none, or names the standard one in a second way. */
export function editionAt(slug: string): Pick<Edition, "language" | "format"> | null {
  const { language = "en", format } = address.exec(slug)?.groups ?? {};
  const edition = {
    language,
    format: noticeFormats.find((one) => slugs[one] === (format ?? "")) ?? ("standard" as const),
  };
  return slug !== "" && editionSlug(edition) === slug ? edition : null;
}
