import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { inTransaction, statement } from "@/lib/db/transaction";
import { appendEntries } from "@/lib/ledger/append";
import type { Ctx } from "@/lib/usecases/context";

type Paused = { readonly organisationId: string; readonly panelId: string; readonly mailingId: string };

const pause = {
  name: "pause-mailings",
  text: `UPDATE mailing SET state = 'paused', paused_reason = $1 WHERE state = 'sending' AND channel = 'email'
    RETURNING organisation_id AS "organisationId", panel_id AS "panelId", id AS "mailingId"`,
};

/**
 * Pauses every mailing that is being sent, because something concerns them all, and says so in the ledger of each
 * organisation. What is in flight ends; the rest waits.
 * @returns how many were paused
 */
export async function pauseMailings(reason: string): Promise<number> {
  const at = now();
  return inTransaction(async (tx) => {
    const ctx: Ctx = { tx, at, requestId: randomUUID(), actor: { kind: "system", name: "sending" } };
    const paused = await statement<Paused>(tx, pause, [reason]);
    const byOrganisation = Map.groupBy(paused, ({ organisationId }) => organisationId);
    // In one order everywhere: two workers that pause at once then wait for each other's ledgers, never in a ring.
    for (const organisationId of [...byOrganisation.keys()].toSorted()) {
      const events = (byOrganisation.get(organisationId) ?? []).map(({ panelId, mailingId }) => ({
        ...{ eventType: "mailing.paused" as const, panelId, subjectRef: null, effectiveAt: at },
        data: { mailingId },
      }));
      await appendEntries(ctx, organisationId, events);
    }
    return paused.length;
  });
}
