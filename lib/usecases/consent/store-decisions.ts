import { atCommit, type Mergeable, type Tx } from "@/lib/db/transaction";
import type { EntriesToAppend } from "@/lib/ledger/append";
import type { SuppressionChanges } from "./decision-rows";
import type { PermissionRow } from "./project-permission";

type Rows = readonly (readonly (string | null)[])[];

/** What the SQL function `store_decisions` takes. */
export type ToStore = EntriesToAppend & {
  readonly organisationId: string;
  readonly policyNumber: number;
  readonly decisions: Rows;
  readonly words: Rows;
  readonly suppressions: SuppressionChanges | null;
  readonly permissions: readonly PermissionRow[];
};

type Values = readonly [string, number, Rows, Rows, SuppressionChanges | null, Rows, string | null, Rows];

function bothChanges(one: SuppressionChanges | null, other: SuppressionChanges | null) {
  if (one === null || other === null) return one ?? other;
  return { added: [...one.added, ...other.added], lifted: [...one.lifted, ...other.lifted] };
}

/** Two callers' decisions as those of one; null when who acts has still to be looked up, which is one to a statement. */
function merged(one: Values, other: Values): Values | null {
  const [organisationId, policyNumber, decisions, words, suppressions, permissions, acting, entries] = one;
  const same = organisationId === other[0] && policyNumber === other[1];
  if (!same || acting !== null || other[6] !== null) return null;
  const known = new Set(words.map(([hash]) => hash));
  return [
    organisationId,
    policyNumber,
    [...decisions, ...other[2]],
    [...words, ...other[3].filter(([hash]) => !known.has(hash ?? null))],
    bothChanges(suppressions, other[4]),
    [...permissions, ...other[5]],
    null,
    [...entries, ...other[7]],
  ];
}

const store: Mergeable<Values> = {
  name: "store_decisions",
  text: "SELECT store_decisions($1, $2, $3, $4, $5, $6, $7, $8)",
  merged,
};

/**
 * Leaves decisions and all that follows from them for the commit: one statement, also for what several callers of one
 * transaction decided.
 */
export function storeAtCommit(tx: Tx, toStore: ToStore): void {
  const { organisationId, policyNumber, decisions, words, suppressions } = toStore;
  const { permissions, actingMember, entries } = toStore;
  const values = [organisationId, policyNumber, decisions, words, suppressions, permissions] as const;
  atCommit(tx, store, [...values, actingMember, entries]);
}
