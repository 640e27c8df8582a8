import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import { inTransaction, statement } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/usecases/context";
import { appendEntry } from "./append";
import { appendOrWait, appendWhereMended, letWait } from "./waiting";

// A hold: something about the ledger is wrong, so nothing is sent until it is understood (docs/ledger-erasure.md).

/**
 * `altered`: a check found entries or the head changed. `behind`: the database is older than what was published of it.
 * `inconsistent`: what was published does not fit what is here. `differs`: the consent state is not what the entries say.
 */
export type HoldReason = "altered" | "behind" | "inconsistent" | "differs";

/** Codes and numbers as text; never anything about a person. */
export type HoldDetail = Readonly<Record<string, string>>;

export type OpenHold = {
  readonly id: string;
  readonly reason: HoldReason;
  readonly detail: HoldDetail;
  readonly openedAt: Date;
};

const insert = {
  name: "open-hold",
  text: `INSERT INTO ledger_hold (organisation_id, id, reason, detail, opened_at)
    VALUES ($1, $2, $3::ledger_hold_reason, $4, clock_timestamp())
    ON CONFLICT (organisation_id, reason) WHERE released_at IS NULL DO NOTHING RETURNING id`,
};

/** How the hold is told of in the ledger. */
type Tell = typeof appendOrWait;

async function hold(
  organisationId: string,
  reason: HoldReason,
  detail: HoldDetail,
  tell: Tell,
): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const values = [organisationId, newId(at), reason, JSON.stringify(detail)];
    const [opened] = await statement<{ id: string }>(tx, insert, values);
    if (opened === undefined || reason === "behind") return;
    const ctx: Ctx = { tx, at, requestId: randomUUID(), actor: { kind: "system", name: "ledgerHold" } };
    await tell(ctx, organisationId, {
      eventType: "ledger.held",
      panelId: null,
      subjectRef: null,
      effectiveAt: at,
      data: { ledgerHoldId: opened.id, reason },
    });
  });
}

/**
 * Holds an organisation's sending, in a transaction of its own; does nothing where such a hold is open already. Where the
 * ledger takes no entry any more, which may be what it is held for, the hold stands and its entry waits. Of one that is
 * behind the recovery tells.
 */
export async function openHold(
  organisationId: string,
  reason: HoldReason,
  detail: HoldDetail,
): Promise<void> {
  try {
    await hold(organisationId, reason, detail, appendOrWait);
  } catch (fault) {
    log.error("A ledger takes no entry of its hold", { organisationId, code: `ledger.${reason}`, fault });
    await hold(organisationId, reason, detail, letWait);
  }
}

/** The holds that are open, the oldest first. While there is one, nothing is sent; while one is `behind`, nothing is recorded. */
export async function openHolds(organisationId: string): Promise<readonly OpenHold[]> {
  const { rows } = await pool().query<OpenHold>({
    name: "open-holds",
    text: `SELECT id, reason, detail, opened_at AS "openedAt" FROM ledger_hold
      WHERE organisation_id = $1 AND released_at IS NULL ORDER BY opened_at, id`,
    values: [organisationId],
  });
  return rows;
}

const release = {
  name: "release-hold",
  text: `UPDATE ledger_hold SET released_at = greatest(clock_timestamp(), opened_at), released_by = $3
    WHERE organisation_id = $1 AND id = $2 AND released_at IS NULL RETURNING reason`,
};

/**
 * Releases a hold and records who did, and as what it turned out (`because`, a code); for a use-case, as the last thing it does.
 * @returns whether there was such a hold and it was open
 */
export async function releaseHold(
  ctx: Ctx,
  organisationId: string,
  id: string,
  because?: string,
): Promise<boolean> {
  const staffId = ctx.actor.kind === "staff" ? ctx.actor.staffId : null;
  const [released] = await statement<{ reason: HoldReason }>(ctx.tx, release, [organisationId, id, staffId]);
  if (released === undefined) return false;
  // That it was opened may wait still, where the ledger took no entry then.
  await appendWhereMended(ctx, organisationId);
  await appendEntry(ctx, organisationId, {
    eventType: "ledger.released",
    panelId: null,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { ledgerHoldId: id, reason: released.reason, ...(because === undefined ? {} : { because }) },
  });
  return true;
}
