/** One part of a privacy notice: a heading with an address on the page, then paragraphs, then a list. */
export type NoticeSection = {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
};

/** The parts of a notice, in the order in which they are read; which of them a notice has, its policy decides. */
export const noticeSectionIds = [
  "in-short",
  "your-right-to-object",
  "who-we-are",
  "why",
  "what-we-hold",
  "who-else",
  "outside-the-uk",
  "how-long",
  "must-you",
  "computers",
  "your-rights",
  "changing-your-mind",
  "complain-to-us",
  "regulator",
  "changes",
] as const;
