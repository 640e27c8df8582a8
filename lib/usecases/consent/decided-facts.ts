import type { ConsentFact } from "@/lib/policy/gate/types";
import type { StoredFacts } from "@/lib/queries/member/stored-facts";
import type { Settled } from "./settle-suppressions";

/**
 * What will be recorded about a member once these decisions are stored: `consents` when they are the member's own, and
 * suppressions added or lifted where the member uses the address. `shown` when the member was shown a notice with them.
 */
export function decidedFacts(
  stored: StoredFacts,
  consents: readonly ConsentFact[],
  { added, lifted }: Settled,
  shown: boolean,
): StoredFacts {
  const gone = new Set(lifted.map(({ id }) => id));
  return {
    ...stored,
    member: shown ? { ...stored.member, noticeShown: true } : stored.member,
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
