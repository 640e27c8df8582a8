/** One part of a privacy notice: a heading with an address on the page, then paragraphs, then a list. */
export type NoticeSection = {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
};
