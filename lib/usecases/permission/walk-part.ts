import { statement, type Tx } from "@/lib/db/transaction";
import { decideContactPermission, decisionInstant } from "@/lib/policy/contact-permission";
import type { PackedPermission } from "@/lib/policy/permission-slots";
import { factsOf, storedFacts, type FactPlaces } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Members asked for in one statement. */
const piece = 250;
/** Pieces asked for at a time: while some are being decided here, PostgreSQL gathers the next and stores the last. */
const ahead = 2;

const gather = {
  name: "gather_permission",
  // Bytes as text, and an instant as a number: to be compared they need no more, and they are read a million times.
  text: `SELECT f.facts, p.permitted::text, p.reasons::text, epoch_ms(p.valid_until)::float8 AS "validUntil",
      p.policy_number AS "policyNumber"
    FROM facts_of($1, $2::uuid[]) f JOIN contact_permission p ON p.member_id = f.member_id
    WHERE p.organisation_id = $1 AND p.member_id = ANY($2::uuid[])`,
};

/** A member's permission as stored, and as the gate decides it now on the same facts. */
export type Compared = {
  readonly id: string;
  readonly stored: {
    /** In PostgreSQL's hexadecimal. */
    readonly permitted: string;
    readonly reasons: string;
    /** Epoch ms. */
    readonly validUntil: number | null;
    readonly policyNumber: number;
  };
  readonly fresh: PackedPermission;
  /** The bytes of `fresh` as they would be stored. */
  readonly written: { readonly permitted: string; readonly reasons: string };
  /** When this person was last approached (epoch ms); 0 when never. */
  readonly approachedAt: number;
};

type Gathered = Compared["stored"] & { readonly facts: string };

function hex({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): string {
  return `\\x${Buffer.from(buffer, byteOffset, byteLength).toString("hex")}`;
}

function compared(panel: PanelView, row: Gathered, at: number): Compared {
  const stored = storedFacts(JSON.parse(row.facts) as FactPlaces);
  const facts = factsOf(stored);
  const fresh = decideContactPermission(panel.document, facts, decisionInstant(facts, at));
  return {
    id: stored.id,
    stored: row,
    fresh,
    written: { permitted: hex(fresh.permitted), reasons: hex(fresh.reasons) },
    approachedAt: Math.max(0, ...stored.member.approaches),
  };
}

/**
 * Asks the gate afresh about each of these members, and gives them to `each`, some at a time. Every one is read, with its
 * facts, in one snapshot.
 */
export async function comparePieces(
  tx: Tx,
  panel: PanelView,
  memberIds: readonly string[],
  at: Date,
  each: (these: readonly Compared[]) => Promise<void>,
): Promise<void> {
  const pieces = Array.from({ length: Math.ceil(memberIds.length / piece) }, (_, place) => ({
    ids: memberIds.slice(place * piece, (place + 1) * piece),
    decided: Promise.withResolvers<void>(),
  }));
  await Promise.all(
    pieces.map(async ({ ids, decided }, place) => {
      await pieces[place - ahead]?.decided.promise;
      const rows = await statement<Gathered>(tx, gather, [panel.organisationId, ids]);
      const done = each(rows.map((row) => compared(panel, row, at.getTime())));
      decided.resolve();
      await done;
    }),
  );
}

// Lists as one text each: an array's form has every element looked through for what must be escaped. The commit does not wait
// for the disk: what a crash undoes, it undoes together with how far the run came, and the run does it again.
const store = {
  name: "store_permissions",
  text: `SELECT set_config('synchronous_commit', 'off', true), store_permissions($1, $2, string_to_array($3, ',')::uuid[], string_to_array($4, ',')::bytea[],
    string_to_array($5, ',')::bytea[], string_to_array($6, ',', '')::timestamptz[])`,
};

/** Stores what was decided afresh. */
export async function storeAll(tx: Tx, panel: PanelView, decided: readonly Compared[]): Promise<void> {
  await statement(tx, store, [
    panel.organisationId,
    panel.policyNumber,
    decided.map(({ id }) => id).join(),
    decided.map(({ written }) => written.permitted).join(),
    decided.map(({ written }) => written.reasons).join(),
    decided
      .map(({ fresh }) => (fresh.validUntil === null ? "" : new Date(fresh.validUntil).toISOString()))
      .join(),
  ]);
}

/** Whether the stored permission says something else than the gate. */
export function saysOtherwise({ stored, written }: Compared): boolean {
  return stored.permitted !== written.permitted || stored.reasons !== written.reasons;
}

/** Whether the stored permission would be believed for longer than the gate says. */
export function outlives({ stored, fresh }: Compared): boolean {
  if (fresh.validUntil === null) return false;
  return stored.validUntil === null || stored.validUntil > fresh.validUntil;
}
