import { civilDate } from "@/lib/clock";
import type { Tx } from "@/lib/db/transaction";
import type { PolicyInForce } from "@/lib/policy/notice-cover";
import { withReviews, type Review } from "@/lib/policy/reviews";

type PanelKey = { readonly organisationId: string; readonly id: string; readonly reviewCount: number };

/** The newest record under each key of the panel's assessments. */
export async function newestReviews(
  db: Tx,
  { organisationId, id: panelId }: Omit<PanelKey, "reviewCount">,
): Promise<readonly Review[]> {
  const rows = await db.accountabilityRecord.findMany({
    where: { organisationId, panelId },
    distinct: ["key"],
    orderBy: [{ key: "asc" }, { number: "desc" }],
    select: { key: true, kind: true, title: true, ownerRole: true, approvedOn: true, reviewOn: true },
  });
  return rows.map((row) => ({
    ...row,
    approvedOn: civilDate(row.approvedOn),
    reviewOn: civilDate(row.reviewOn),
  }));
}

type Kept = {
  readonly stored: PolicyInForce;
  readonly reviewCount: number;
  readonly document: PolicyInForce;
};

// Records are append-only and counted on the panel: while neither count nor version changes, the document is the same.
const kept = new Map<string, Kept>();

/** The document as it counts now, with the newest review of each assessment; read again only after a review. */
export async function reviewedDocument(
  db: Tx,
  panel: PanelKey,
  stored: PolicyInForce,
): Promise<PolicyInForce> {
  const known = kept.get(panel.id);
  if (known?.stored === stored && known.reviewCount === panel.reviewCount) return known.document;
  const reviews = panel.reviewCount === 0 ? [] : await newestReviews(db, panel);
  const document = withReviews(stored, reviews);
  kept.set(panel.id, { stored, reviewCount: panel.reviewCount, document });
  return document;
}
