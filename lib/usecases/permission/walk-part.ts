import { statement, type Tx } from "@/lib/db/transaction";
import { decideContactPermission, decisionInstant } from "@/lib/policy/contact-permission";
import type { PackedPermission } from "@/lib/policy/permission-slots";
import { factsOf, storedFacts, type FactPlaces } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Members asked for in one statement. */
const piece = 500;
/** Pieces asked for at a time: while some are being decided here, PostgreSQL gathers the next and stores the last. */
const ahead = 2;

const gather = {
  name: "gather_permission",
  text: `SELECT f.facts, p.permitted, p.reasons, p.valid_until AS "validUntil", p.policy_number AS "policyNumber"
    FROM facts_of($1, $2::uuid[]) f JOIN contact_permission p ON p.member_id = f.member_id
    WHERE p.organisation_id = $1 AND p.member_id = ANY($2::uuid[])`,
};

/** A member's permission as stored, and as the gate decides it now on the same facts. */
export type Compared = {
  readonly id: string;
  readonly stored: {
    readonly permitted: Buffer;
    readonly reasons: Buffer;
    readonly validUntil: Date | null;
    readonly policyNumber: number;
  };
  readonly fresh: PackedPermission;
  /** When this person was last approached (epoch ms); 0 when never. */
  readonly approachedAt: number;
};

type Gathered = Compared["stored"] & { readonly facts: string };

function compared(panel: PanelView, row: Gathered, at: number): Compared {
  const stored = storedFacts(JSON.parse(row.facts) as FactPlaces);
  const facts = factsOf(stored);
  return {
    id: stored.id,
    stored: row,
    fresh: decideContactPermission(panel.document, facts, decisionInstant(facts, at)),
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

const store = {
  name: "store_permissions",
  text: "SELECT store_permissions($1, $2, $3::uuid[], $4::bytea[], $5::bytea[], $6::timestamptz[])",
};

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

/** Stores what was decided afresh. */
export async function storeAll(tx: Tx, panel: PanelView, decided: readonly Compared[]): Promise<void> {
  await statement(tx, store, [
    panel.organisationId,
    panel.policyNumber,
    decided.map(({ id }) => id),
    decided.map(({ fresh }) => hex(fresh.permitted)),
    decided.map(({ fresh }) => hex(fresh.reasons)),
    decided.map(({ fresh }) => (fresh.validUntil === null ? null : new Date(fresh.validUntil).toISOString())),
  ]);
}

/** Whether the stored permission says something else than the gate. */
export function saysOtherwise({ stored, fresh }: Compared): boolean {
  return (
    Buffer.compare(stored.permitted, fresh.permitted) !== 0 ||
    Buffer.compare(stored.reasons, fresh.reasons) !== 0
  );
}

/** Whether the stored permission would be believed for longer than the gate says. */
export function outlives({ stored, fresh }: Compared): boolean {
  if (fresh.validUntil === null) return false;
  return stored.validUntil === null || stored.validUntil.getTime() > fresh.validUntil;
}
