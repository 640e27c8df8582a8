import type { Tx } from "@/lib/db/transaction";
import { database, pool } from "@/lib/db/client";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PolicyCover, PolicyInForce } from "@/lib/policy/notice-cover";
import { reviewedDocument } from "./newest-reviews";

/** A panel with the policy in force: what every page, gate and use-case reads. */
export type PanelView = {
  readonly organisationId: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly accent: string;
  readonly document: PolicyInForce;
  readonly policyVersionId: string;
  readonly policyNumber: number;
  readonly privacyNoticeId: string;
  readonly privacyNoticeNumber: number;
};

// Policy versions and notices are immutable, so what was read once may be kept.
const documents = new Map<string, { document: PolicyInForce; number: number }>();
const noticeNumbers = new Map<string, number>();

async function policyOf(db: Tx, organisationId: string, id: string) {
  const known = documents.get(id);
  if (known !== undefined) return known;
  const row = await db.policyVersion.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
    select: { document: true, cover: true, number: true },
  });
  const stored = row.document as unknown as PolicyDocument;
  const cover = row.cover as unknown as PolicyCover | null;
  const entry = { document: cover === null ? stored : { ...stored, cover }, number: row.number };
  documents.set(id, entry);
  return entry;
}

async function noticeNumberOf(db: Tx, organisationId: string, id: string): Promise<number> {
  const known = noticeNumbers.get(id);
  if (known !== undefined) return known;
  const row = await db.privacyNotice.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id } },
    select: { number: true },
  });
  noticeNumbers.set(id, row.number);
  return row.number;
}

type PanelRow = {
  organisationId: string;
  id: string;
  slug: string;
  name: string;
  summary: string;
  accent: string;
  policyVersionId: string | null;
  privacyNoticeId: string | null;
  reviewCount: number;
};

async function view(db: Tx, row: PanelRow | null): Promise<PanelView | null> {
  if (row === null || row.policyVersionId === null || row.privacyNoticeId === null) return null;
  const policy = await policyOf(db, row.organisationId, row.policyVersionId);
  return {
    organisationId: row.organisationId,
    id: row.id,
    slug: row.slug,
    name: row.name,
    summary: row.summary,
    accent: row.accent,
    document: await reviewedDocument(db, row, policy.document),
    policyVersionId: row.policyVersionId,
    policyNumber: policy.number,
    privacyNoticeId: row.privacyNoticeId,
    privacyNoticeNumber: await noticeNumberOf(db, row.organisationId, row.privacyNoticeId),
  };
}

/** Prepared, past Prisma: nearly every request of a visitor begins with it. */
const bySlug = {
  name: "panel_by_slug",
  text: `SELECT organisation_id AS "organisationId", id, slug, name, summary, accent,
                policy_version_id AS "policyVersionId", privacy_notice_id AS "privacyNoticeId",
                review_count AS "reviewCount"
         FROM panel WHERE slug = $1`,
} as const;

/** Each panel as this process last read it by its address. */
const lastRead = new Map<string, PanelView>();

/** The panel of this address, or null when there is none or it has no policy in force. */
export async function getPanelBySlug(slug: string): Promise<PanelView | null> {
  const { rows } = await pool().query<PanelRow>({ ...bySlug, values: [slug] });
  const panel = await view(database(), rows[0] ?? null);
  if (panel !== null) lastRead.set(slug, panel);
  return panel;
}

/**
 * The panel of this address as this process last read it, which may be before its policy changed. Only for its name in a
 * title, and for use-cases whose statement writes nothing unless that policy is still in force, and that refuse with
 * `panel.changed` otherwise.
 */
export async function lastPanelBySlug(slug: string): Promise<PanelView | null> {
  return lastRead.get(slug) ?? getPanelBySlug(slug);
}

/** The panel with this id, or null. */
export async function getPanelById(
  organisationId: string,
  id: string,
  db: Tx = database(),
): Promise<PanelView | null> {
  return view(db, await db.panel.findUnique({ where: { organisationId_id: { organisationId, id } } }));
}

/** Every panel that can be joined, by name. */
export async function listPanels(): Promise<readonly PanelView[]> {
  const db = database();
  const rows = await db.panel.findMany({ orderBy: { name: "asc" } });
  const views = await Promise.all(rows.map((row) => view(db, row)));
  return views.filter((panel) => panel !== null);
}
