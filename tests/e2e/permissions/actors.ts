import type { Actor } from "@/lib/policy/permission";
import type { StaffRole } from "@/lib/policy/vocabulary";

/** The panel whose pages and forms are asked for, and one whose people must not reach them. */
export const home = "customer-voices";
export const elsewhere = "citizens-together";

function member(panelId: string): Actor {
  return { kind: "member", organisationId: panelId, panelId, memberId: `resident of ${panelId}` };
}

function staff(panelId: string, role: StaffRole): Actor {
  return {
    kind: "staff",
    organisationId: panelId,
    staffId: `${role} of ${panelId}`,
    grants: [{ panelId, role }],
  };
}

/** Everyone who asks, as the permission table sees them. A panel's address stands for its id. */
export const actors = {
  anonymous: { kind: "anonymous" },
  member: member(home),
  otherMember: member(elsewhere),
  engagement: staff(home, "engagement"),
  dpo: staff(home, "dpo"),
  admin: staff(home, "admin"),
  auditor: staff(home, "auditor"),
  otherEngagement: staff(elsewhere, "engagement"),
  otherDpo: staff(elsewhere, "dpo"),
} as const satisfies Record<string, Actor>;

export type ActorName = keyof typeof actors;

export const actorNames = Object.keys(actors) as readonly ActorName[];

/** One value for each actor. */
export async function forEachActor<T>(
  find: (name: ActorName) => Promise<T> | T,
): Promise<Record<ActorName, T>> {
  const found: [ActorName, T][] = [];
  // One after the other: the product, its database and the browser share two cores with this test.
  for (const name of actorNames) found.push([name, await find(name)]);
  return Object.fromEntries(found) as Record<ActorName, T>;
}
