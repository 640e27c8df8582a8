import { statement, type Tx } from "@/lib/db/transaction";
import { storedFacts, type FactPlaces, type StoredFacts } from "@/lib/queries/member/stored-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

const lock = {
  name: "locked_facts",
  text: "SELECT locked_facts($1, $2, $3, $4) AS facts",
};

/** The deciding member and everyone of the panel who shares an address with them (the member among them). */
export type LockedFacts = {
  readonly own: StoredFacts;
  readonly sharing: readonly StoredFacts[];
  /** The record that the member was shown the notice in force, if they were. */
  readonly noticeShownId: string | null;
};

type Places = readonly [readonly (readonly string[])[], readonly (string | null)[], readonly FactPlaces[]];

/** What a shared transaction has read for one of its callers, until they ask for it. */
const readAlready = new WeakMap<Tx, LockedFacts>();

/** Gives `tx` what was locked and read for it in a transaction that it is a part of. */
export function handOver(tx: Tx, locked: LockedFacts): void {
  readAlready.set(tx, locked);
}

/**
 * Locks these members and everyone of the panel who shares an address with one of them, always in the same order: a "no"
 * that suppresses the address changes what may be sent to each of them (law.md PE-13). Decisions at once are taken one
 * after the other; nothing that sends holds these locks. One round trip.
 * @returns for each member what is recorded about them and who shares with them, read after the locks were won; null for
 * one who is not of this panel.
 */
export async function lockFactsOfAll(
  tx: Tx,
  { organisationId, id, privacyNoticeId }: PanelView,
  memberIds: readonly string[],
): Promise<readonly (LockedFacts | null)[]> {
  const [row] = await statement<{ facts: string }>(tx, lock, [
    organisationId,
    id,
    memberIds,
    privacyNoticeId,
  ]);
  const [households, notices, places] = JSON.parse(row?.facts ?? "[[],[],[]]") as Places;
  const facts = new Map(places.map((each) => [each[0], storedFacts(each)]));
  return memberIds.map((memberId, place) => {
    const own = facts.get(memberId);
    if (own === undefined) return null;
    const household = new Set(households[place]);
    const sharing =
      household.size === 1 ? [own] : [...facts.values()].filter((each) => household.has(each.id));
    return { own, sharing, noticeShownId: notices[place] ?? null };
  });
}

/**
 * The same for one member, read already where the transaction is shared.
 * @throws Error when the member is not of this panel.
 */
export async function lockFacts(tx: Tx, panel: PanelView, memberId: string): Promise<LockedFacts> {
  const known = readAlready.get(tx);
  readAlready.delete(tx);
  if (known?.own.id === memberId) return known;
  const [locked] = await lockFactsOfAll(tx, panel, [memberId]);
  if (locked === null || locked === undefined) throw new Error("The deciding member is not of this panel");
  return locked;
}
