import { editionSlug } from "@/lib/policy/notice-editions";
import type { EditionKey } from "@/lib/queries/notice/get-notice";

/** The address of a notice's version, in the language and format given; it stays. */
export function noticePath(panel: string, number: number, edition?: EditionKey): string {
  const slug = edition === undefined ? "" : editionSlug(edition);
  return `/${panel}/privacy/${number}${slug === "" ? "" : `/${slug}`}`;
}
