import type { Tx } from "@/lib/db/transaction";

/** Someone who may sign in with an address, and what they are called to tell them from others who share it. */
export type MemberAtAddress = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly id: string;
  readonly subjectRef: string;
  readonly name: string;
  /** Membership from and to, which tell an old record of a person from the one they have now. */
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
  readonly contactPointId: string;
};

/**
 * The members of a panel who showed that they receive mail at this address, those who are members now first, longest there
 * before others. People who left may still sign in: they have rights over what is kept about them.
 */
export async function listMembersAt(
  db: Tx,
  panel: { readonly organisationId: string; readonly id: string },
  addressHash: string,
): Promise<readonly MemberAtAddress[]> {
  const points = await db.contactPoint.findMany({
    where: {
      organisationId: panel.organisationId,
      addressHash,
      kind: "email",
      removedAt: null,
      verifiedAt: { not: null },
      member: { panelId: panel.id, state: { not: "erased" } },
    },
    select: {
      id: true,
      member: {
        select: {
          ...{ id: true, subjectRef: true, givenName: true, familyName: true },
          ...{ state: true, joinedAt: true, leftAt: true },
        },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  const isNow = ({ state }: { readonly state: string }) => state === "member" || state === "applicant";
  const sorted = points.toSorted((one, other) => Number(isNow(other.member)) - Number(isNow(one.member)));
  return sorted.map(({ id, member }) => ({
    organisationId: panel.organisationId,
    panelId: panel.id,
    id: member.id,
    subjectRef: member.subjectRef,
    name: `${member.givenName} ${member.familyName}`,
    joinedAt: member.joinedAt,
    leftAt: isNow(member) ? null : member.leftAt,
    contactPointId: id,
  }));
}
