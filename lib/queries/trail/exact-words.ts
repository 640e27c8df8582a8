import { database } from "@/lib/db/client";
import type { LedgerData } from "@/lib/ledger/event";
import { noticeFormats } from "@/lib/policy/document-parts";
import type { NoticeFormat } from "@/lib/policy/notice-editions";

/** Words a person saw, as they stood. */
export type Words = { readonly text: string; readonly language: string; readonly format: string };

/** The edition of the privacy notice that was shown: its version, language and format. */
export type NoticeVersion = {
  readonly id: string;
  readonly number: number;
  readonly language: string;
  readonly format: NoticeFormat;
};

export type Shown = { readonly words: Words | null; readonly notice: NoticeVersion | null };

function formatOf(stored: string): NoticeFormat {
  return noticeFormats.find((format) => format === stored) ?? "standard";
}

function single(data: LedgerData, key: string): string[] {
  const value = data[key];
  return typeof value === "string" ? [value] : [];
}

/** What was shown with each of these entries, in the order given; two queries whatever their number. */
export async function exactWords(
  organisationId: string,
  entries: readonly { readonly data: LedgerData }[],
): Promise<readonly Shown[]> {
  const hashes = entries.flatMap(({ data }) => single(data, "wordingHash"));
  const notices = entries.flatMap(({ data }) => single(data, "privacyNoticeId"));
  const [wordings, versions] = await Promise.all([
    database().wording.findMany({ where: { organisationId, hash: { in: [...new Set(hashes)] } } }),
    database().privacyNotice.findMany({
      where: { organisationId, id: { in: [...new Set(notices)] } },
      select: { id: true, number: true, language: true, format: true },
    }),
  ]);
  const byHash = new Map(
    wordings.map(({ hash, text, language, format }) => [hash, { text, language, format }]),
  );
  const byId = new Map(
    versions.map((version) => [version.id, { ...version, format: formatOf(version.format) }]),
  );
  return entries.map(({ data }) => ({
    words: byHash.get(single(data, "wordingHash")[0] ?? "") ?? null,
    notice: byId.get(single(data, "privacyNoticeId")[0] ?? "") ?? null,
  }));
}
