import { statement } from "@/lib/db/transaction";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** A hold that stands, locked until the transaction ends. */
export type LockedHold = {
  readonly id: string;
  readonly placedAt: Date;
  readonly releaseProposedBy: string | null;
  /** Whose details it keeps; null for everyone's of the panel, and for somebody who is gone. */
  readonly subjectRef: string | null;
};

/** Which hold somebody looked at, and how many steps it had then. */
export type SeenHold = { readonly panel: PanelView; readonly holdId: string; readonly seen: number };

const lock = {
  name: "lock-legal-hold",
  text: `SELECT id::text, placed_at AS "placedAt", release_proposed_by::text AS "releaseProposedBy",
      released_at AS "releasedAt", (SELECT subject_ref::text FROM member m
        WHERE m.organisation_id = h.organisation_id AND m.id = h.member_id) AS "subjectRef"
    FROM legal_hold h WHERE organisation_id = $1 AND panel_id = $2 AND id = $3 FOR UPDATE OF h`,
};

/** The panel's hold as it was seen, locked; or the refusal that says what became of it meanwhile. */
export async function lockHold(ctx: Ctx, { panel, holdId, seen }: SeenHold): Promise<Result<LockedHold>> {
  const { organisationId, id: panelId } = panel;
  const values = [organisationId, panelId, holdId];
  const [hold] = await statement<LockedHold & { releasedAt: Date | null }>(ctx.tx, lock, values);
  if (hold === undefined) return refuse("legalHold.gone");
  if (hold.releasedAt !== null) return refuse("legalHold.released");
  const steps = await ctx.tx.legalHoldStep.count({ where: { organisationId, legalHoldId: holdId } });
  return steps === seen ? ok(hold) : refuse("legalHold.changed");
}
