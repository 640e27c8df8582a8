import { database } from "@/lib/db/client";

/** Whom a hold keeps: everyone of the panel, a person by reference, or somebody whose details have gone all the same. */
export type Held =
  | { readonly who: "everyone" }
  | { readonly who: "member"; readonly reference: string }
  | { readonly who: "gone" };

/** Whom the holds on these members keep; null stands for everyone. */
export async function heldReferences(
  organisationId: string,
  memberIds: readonly (string | null)[],
): Promise<(memberId: string | null) => Held> {
  const ids = memberIds.filter((id) => id !== null);
  const members = await database().member.findMany({
    where: { organisationId, id: { in: ids } },
    select: { id: true, reference: true },
  });
  const references = new Map(members.map(({ id, reference }) => [id, reference]));
  return (memberId) => {
    if (memberId === null) return { who: "everyone" };
    const reference = references.get(memberId);
    return reference === undefined ? { who: "gone" } : { who: "member", reference };
  };
}
