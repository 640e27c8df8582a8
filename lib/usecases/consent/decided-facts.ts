import type { ConsentFact } from "@/lib/policy/gate/types";
import type { StoredFacts } from "@/lib/queries/member/stored-facts";
import type { Settled } from "./settle-suppressions";

/**
 * What will be recorded about a member once these decisions are stored: `consents` when they are the member's own, and
 * suppressions added or lifted where the member uses the address. `shown`: the number of the notice the member was shown
 * with them, or null.
 */
export function decidedFacts(
  stored: StoredFacts,
  consents: readonly ConsentFact[],
  { added, lifted }: Settled,
  shown: number | null,
): StoredFacts {
  const gone = new Set(lifted.map(({ id }) => id));
  const told = shown === null ? {} : { newestNotice: Math.max(shown, stored.newestNotice ?? 0) };
  return {
    ...stored,
    ...told,
    member: shown === null ? stored.member : { ...stored.member, noticeShown: true },
    suppressions: stored.suppressions.filter(({ id }) => !gone.has(id)),
    consents: [...stored.consents, ...consents],
    points: stored.points.map((point) => ({
      ...point,
      suppressions: [
        ...point.suppressions,
        ...added.filter(({ addressHash }) => addressHash === point.addressHash),
      ].filter(({ id }) => !gone.has(id)),
    })),
  };
}
