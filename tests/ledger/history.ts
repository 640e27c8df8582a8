import { randomUUID } from "node:crypto";
import { inTransaction } from "@/lib/db/transaction";
import { appendEntries } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { Actor } from "@/lib/policy/permission";
import type { Ctx } from "@/lib/usecases/context";

/** Arranges honest ledgers, through the writer only. */

export const system: Actor = { kind: "system", name: "test" };

export function acting(tx: Ctx["tx"], actor: Actor = system): Ctx {
  return { tx, actor, at: new Date("2029-05-20T13:05:00.000Z"), requestId: randomUUID() };
}

/** A "ledger.read" of some view: the smallest event there is. */
export function reading(view: string, panelId: string | null = null): LedgerEvent {
  return {
    eventType: "ledger.read",
    panelId,
    subjectRef: null,
    effectiveAt: new Date("2029-05-20T13:05:00.123Z"),
    data: { view },
  };
}

/** A decision that fills every field an entry has. */
export function deciding(panelId: string, subjectRef: string, purposeKey: string): LedgerEvent {
  return {
    eventType: "consent.withdrawn",
    panelId,
    subjectRef,
    purposeKey,
    channel: "email",
    effectiveAt: new Date("2029-05-19T08:00:00.000Z"),
    data: {
      consentRecordId: randomUUID(),
      wordingHash: "0".repeat(64),
      policyVersionId: randomUUID(),
      lawfulBasis: "consent",
      method: "web",
      previous: ["given", "refused"],
    },
  };
}

/** Appends in one transaction. */
export async function append(
  organisationId: string,
  events: readonly LedgerEvent[],
  actor: Actor = system,
): Promise<readonly bigint[]> {
  return inTransaction((tx) => appendEntries(acting(tx, actor), organisationId, events));
}
