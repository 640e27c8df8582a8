import { database } from "@/lib/db/client";
import { inReadingOrder } from "@/lib/policy/notice-editions";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { formatOf, type EditionKey } from "./get-notice";

export type PublishedEdition = EditionKey & {
  readonly id: string;
  readonly title: string | null;
  readonly contentHash: string;
  readonly publishedAt: Date;
  /** Who added it later; null for what came with the policy or for someone who is gone. */
  readonly publishedBy: string | null;
};

export type NoticeVersion = {
  readonly number: number;
  readonly policyNumber: number;
  readonly publishedAt: Date;
  readonly current: boolean;
  readonly editions: readonly PublishedEdition[];
  /** What is being written. */
  readonly drafts: readonly EditionKey[];
};

const mostVersions = 50;

async function rowsOf({ organisationId, id: panelId }: PanelView) {
  const from = { organisationId, panelId };
  const newest = await database().privacyNotice.findMany({
    where: { ...from, language: "en", format: "standard" },
    select: { number: true },
    orderBy: { number: "desc" },
    take: mostVersions,
  });
  const number = { in: newest.map((row) => row.number) };
  const [notices, drafts] = await Promise.all([
    database().privacyNotice.findMany({
      where: { ...from, number },
      omit: { content: true },
      orderBy: [{ number: "desc" }, { id: "asc" }],
    }),
    database().noticeDraft.findMany({
      where: { ...from, number },
      select: { number: true, language: true, format: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return { notices, drafts };
}

async function namesOf(organisationId: string, policyIds: readonly string[], staffIds: readonly string[]) {
  const [policies, staff] = await Promise.all([
    database().policyVersion.findMany({
      where: { organisationId, id: { in: [...new Set(policyIds)] } },
      select: { id: true, number: true },
    }),
    database().staff.findMany({
      where: { organisationId, id: { in: [...new Set(staffIds)] } },
      select: { id: true, name: true },
    }),
  ]);
  return {
    policies: new Map(policies.map(({ id, number }) => [id, number])),
    staff: new Map(staff.map(({ id, name }) => [id, name])),
  };
}

/** The newest 50 versions of the panel's notice, newest first, each with its languages and formats. */
export async function listVersions(viewer: Viewer): Promise<readonly NoticeVersion[]> {
  authorise(viewer, "notice.view");
  const { panel } = viewer;
  const { notices, drafts } = await rowsOf(panel);
  const { policies, staff } = await namesOf(
    panel.organisationId,
    notices.map(({ policyVersionId }) => policyVersionId),
    notices.flatMap(({ publishedBy }) => publishedBy ?? []),
  );
  const versions = Map.groupBy(notices, ({ number }) => number);
  return [...versions].map(([number, rows]) => {
    const standard =
      rows.find(({ language, format }) => language === "en" && format === "standard") ?? rows[0];
    return {
      number,
      policyNumber: policies.get(standard?.policyVersionId ?? "") ?? 0,
      publishedAt: standard?.publishedAt ?? new Date(0),
      current: number === panel.privacyNoticeNumber,
      editions: inReadingOrder(
        rows.map(({ id, language, format, title, contentHash, publishedAt, publishedBy }) => ({
          ...{ id, language, title, contentHash, publishedAt },
          format: formatOf(format),
          publishedBy: publishedBy === null ? null : (staff.get(publishedBy) ?? null),
        })),
      ),
      drafts: drafts
        .filter((draft) => draft.number === number)
        .map(({ language, format }) => ({ language, format: formatOf(format) })),
    };
  });
}
