import { database } from "@/lib/db/client";

/** The names of these members of staff, by id; nulls are left out. */
export async function staffNames(
  organisationId: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null);
  const rows = await database().staff.findMany({
    where: { organisationId, id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
