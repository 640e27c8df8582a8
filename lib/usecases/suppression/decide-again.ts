import type { Tx } from "@/lib/db/transaction";
import { getPanelById } from "@/lib/queries/panel/get-panel";
import { projectPermission } from "../consent/project-permission";

/** A member whom a change concerns, and the panel whose policy judges them. */
export type Concerned = { readonly id: string; readonly panelId: string };

/** More are left to the sweep, which goes on until nobody is due; hand-over asks afresh in any case. */
const atOnce = 500;

/**
 * Locks, in the order of their ids, the members of the organisation who use one of these addresses now or are one of
 * these people, whatever their panel: what is recorded for an address concerns everyone who is reached there (PE-13).
 */
export async function lockConcerned(
  tx: Tx,
  organisationId: string,
  hashes: readonly string[],
  subjectRefs: readonly string[] = [],
): Promise<readonly Concerned[]> {
  return tx.$queryRaw<Concerned[]>`
    SELECT m.id, m.panel_id AS "panelId" FROM member m
    WHERE m.organisation_id = ${organisationId}::uuid AND m.id IN (
      SELECT c.member_id FROM contact_point c WHERE c.organisation_id = ${organisationId}::uuid
        AND c.address_hash = ANY (${[...hashes]}::text[]) AND c.removed_at IS NULL
      UNION SELECT p.id FROM member p WHERE p.organisation_id = ${organisationId}::uuid
        AND p.subject_ref = ANY (${[...subjectRefs]}::uuid[]))
    ORDER BY m.id FOR NO KEY UPDATE OF m`;
}

/** Decides again what may be sent to these members, on what is recorded now. Their rows are locked. */
export async function decideAgain(
  tx: Tx,
  organisationId: string,
  concerned: readonly Concerned[],
  at: Date,
): Promise<void> {
  if (concerned.length > atOnce) {
    await tx.$executeRaw`UPDATE contact_permission SET valid_until = ${at}
      WHERE organisation_id = ${organisationId}::uuid AND member_id = ANY (${concerned.map(({ id }) => id)}::uuid[])`;
    return;
  }
  for (const [panelId, members] of Map.groupBy(concerned, (each) => each.panelId)) {
    const panel = await getPanelById(organisationId, panelId, tx);
    const ids = members.map(({ id }) => id);
    if (panel !== null) await projectPermission(tx, panel, ids, at);
  }
}
