import { reading, type Tx } from "@/lib/db/transaction";
import type { MemberFacts } from "@/lib/policy/contact-permission";
import { factsOf, storedFacts, type FactPlaces } from "./stored-facts";

/** What is recorded about members, as `factsOf` reads it. */
export const gatherFacts = { name: "facts_of", text: "SELECT facts FROM facts_of($1, $2::uuid[])" };

/**
 * Everything the gate needs about these members, in one round trip whatever their number. Members that do not exist
 * are absent from the map. Approaches are research and marketing messages handed over in the last 400 days.
 */
export async function loadMemberFacts(
  organisationId: string,
  memberIds: readonly string[],
  tx?: Tx,
): Promise<ReadonlyMap<string, MemberFacts>> {
  const rows = await reading<{ facts: string }>(tx, gatherFacts, [organisationId, memberIds]);
  return new Map(
    rows.map((row) => {
      const stored = storedFacts(JSON.parse(row.facts) as FactPlaces);
      return [stored.id, factsOf(stored)];
    }),
  );
}
