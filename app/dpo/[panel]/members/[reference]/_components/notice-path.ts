import { editionSlug } from "@/lib/policy/notice-editions";
import type { NoticeVersion } from "@/lib/queries/trail/exact-words";

/** Where the very edition of a notice that a person was shown is still read. */
export function noticePath(panel: string, notice: NoticeVersion): string {
  const slug = editionSlug(notice);
  return `/${panel}/privacy/${notice.number}${slug === "" ? "" : `/${slug}`}`;
}
