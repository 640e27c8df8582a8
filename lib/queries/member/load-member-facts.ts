import { reading, type Tx } from "@/lib/db/transaction";
import type { MemberFacts } from "@/lib/policy/contact-permission";
import { factsOf, storedFacts, type FactPlaces } from "./stored-facts";

const query = {
  name: "member_facts",
  text: "SELECT facts FROM member_facts WHERE organisation_id = $1 AND member_id = ANY($2::uuid[])",
};

/**
 * Everything the gate needs about these members, in one round trip whatever their number. Members that do not exist
 * are absent from the map. Approaches are research and marketing messages handed over in the last 400 days.
 */
export async function loadMemberFacts(
  organisationId: string,
  memberIds: readonly string[],
  tx?: Tx,
): Promise<ReadonlyMap<string, MemberFacts>> {
  const rows = await reading<{ facts: string }>(tx, query, [organisationId, memberIds]);
  return new Map(
    rows.map((row) => {
      const stored = storedFacts(JSON.parse(row.facts) as FactPlaces);
      return [stored.id, factsOf(stored)];
    }),
  );
}
