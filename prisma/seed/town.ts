import type { LedgerEvent } from "@/lib/ledger/event";
import type { Actor } from "@/lib/policy/permission";
import type { Row } from "./insert-rows";

export const hour = 3_600_000;
export const day = 24 * hour;

/** Something that happened, who did it, and when it was written down. */
export type Happening = { readonly at: number; readonly event: LedgerEvent; readonly by: Acting };

/** Who acted, as the ledger names them. */
export type Acting = { readonly actorKind: Actor["kind"] | "dpo"; readonly actorRef: string };

/** Everything made for one organisation, table by table, until it is written. */
export type Town = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly policyVersionId: string;
  readonly privacyNoticeId: string;
  /** The first day of the demo's history and the moment it stands at (epoch ms). */
  readonly begins: number;
  readonly now: number;
  readonly rows: Map<string, Row[]>;
  readonly happenings: Happening[];
};

/** Adds a row to a table of the town. Every row of a table names its organisation. */
export function put(town: Town, table: string, row: Row): void {
  const rows = town.rows.get(table) ?? [];
  rows.push({ organisationId: town.organisationId, ...row });
  town.rows.set(table, rows);
}

/** Notes something that happened, for the ledger. */
export function happen(
  town: Town,
  at: number,
  by: Acting,
  event: Omit<LedgerEvent, "effectiveAt" | "panelId">,
): void {
  const happened = { ...event, panelId: town.panelId, effectiveAt: new Date(at) } as LedgerEvent;
  town.happenings.push({ at, by, event: happened });
}
