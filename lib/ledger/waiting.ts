import { othersWait, statement, type Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import type { Ctx } from "@/lib/usecases/context";
import { appendMade, entriesToAppend, type EntriesToAppend } from "./append";
import type { LedgerEvent } from "./event";

// While a ledger is behind what was published of it nothing is added to it, and yet somebody must be able to sign in and to
// look. That they did is an entry all the same: it waits, and the recovery adds it (docs/decisions/0016-sealed-and-erased.md).

/** What changes nothing and must be recorded: these alone may happen while a ledger is behind. */
export type MayWait = LedgerEvent & {
  readonly eventType: "session.started" | "ledger.read" | "checkpoint.compared" | "ledger.held";
};

// Whoever finds it open keeps the recovery from ending before their entry waits: it is added by this recovery.
const open = {
  name: "behind-shared",
  text: `SELECT id FROM ledger_hold WHERE organisation_id = $1 AND reason = 'behind' AND released_at IS NULL FOR SHARE`,
};
const recovered = { name: "behind-recovered", text: open.text.replace("FOR SHARE", "FOR UPDATE") };

const wait = {
  name: "entry-waits",
  text: `INSERT INTO waiting_entry (organisation_id, id, waiting_since, pieces)
    VALUES ($1, $2, clock_timestamp(), $3::text[] || coalesce($4::text,
      (SELECT subject_ref::text FROM member WHERE organisation_id = $1 AND id = $5)))`,
};

/**
 * SQL for "the ledger of this organisation takes entries", for what a worker takes up by itself: where it is behind, its turn
 * would come again and again, refused each time, and everybody else's never.
 * @param organisationId a column with its table's name
 */
export function takesEntries(organisationId: string): string {
  return `NOT EXISTS (SELECT FROM ledger_hold h
    WHERE h.organisation_id = ${organisationId} AND h.reason = 'behind' AND h.released_at IS NULL)`;
}

/** Whether nothing may be added to the organisation's ledger now; until the transaction ends, that stays so. */
export async function isBehind(tx: Tx, organisationId: string): Promise<boolean> {
  return (await statement(tx, open, [organisationId])).length > 0;
}

/**
 * Appends an event of something that changed nothing, or lets it wait for the recovery where the ledger is behind. Call it
 * last, as `appendEntry`.
 */
export async function appendOrWait(ctx: Ctx, organisationId: string, event: MayWait): Promise<void> {
  const made = entriesToAppend(ctx, organisationId, [event]);
  if (await isBehind(ctx.tx, organisationId)) await store(ctx, organisationId, made);
  else await appendMade(ctx, organisationId, made);
}

/** Lets an event wait for the recovery, whatever the ledger is like: for one that takes no entry. */
export async function letWait(ctx: Ctx, organisationId: string, event: MayWait): Promise<void> {
  await store(ctx, organisationId, entriesToAppend(ctx, organisationId, [event]));
}

async function store(ctx: Ctx, organisationId: string, made: EntriesToAppend): Promise<void> {
  const [pieces = []] = made.entries;
  const own = [pieces.slice(0, -1), pieces.at(-1), made.actingMember];
  await statement(ctx.tx, wait, [organisationId, newId(ctx.at), ...own]);
}

const take = {
  name: "waiting-entries",
  text: `WITH taken AS (DELETE FROM waiting_entry WHERE organisation_id = $1 RETURNING waiting_since, id, pieces)
    SELECT pieces FROM taken ORDER BY waiting_since, id`,
};

const recovering = { name: "recovering", text: "SELECT set_config('panel.recovering', $1, true)" };

/** From here on the transaction is a recovery's: the ledger takes its entries while it is behind, and what waits may be taken. */
export async function actAsRecovery(tx: Tx, organisationId: string): Promise<void> {
  await statement(tx, recovering, [organisationId.toLowerCase()]);
}

/** For the recovery: adds what waits, in the order in which it happened. Nothing more will wait once it is kept. */
export async function appendWaiting(ctx: Ctx, organisationId: string): Promise<void> {
  await statement(ctx.tx, recovered, [organisationId]);
  const waiting = await statement<{ pieces: (string | null)[] }>(ctx.tx, take, [organisationId]);
  if (waiting.length === 0) return;
  othersWait(ctx.tx);
  await appendMade(ctx, organisationId, { actingMember: null, entries: waiting.map(({ pieces }) => pieces) });
}

/** Adds what waits to a ledger that was broken and takes entries again. One that is behind waits for its recovery. */
export async function appendWhereMended(ctx: Ctx, organisationId: string): Promise<void> {
  if (await isBehind(ctx.tx, organisationId)) return;
  await actAsRecovery(ctx.tx, organisationId);
  await appendWaiting(ctx, organisationId);
}
