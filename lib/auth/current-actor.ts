import { getServerSession } from "next-auth";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "@/lib/db/client";
import type { Actor } from "@/lib/policy/permission";
import { authOptions } from "./next-auth";
import { readPrincipal } from "./principal";
import { sessionCookie } from "./session-cookie";

const anonymous: Actor = { kind: "anonymous" };

async function memberActor(organisationId: string, memberId: string): Promise<Actor> {
  const member = await database().member.findUnique({
    where: { organisationId_id: { organisationId, id: memberId } },
    select: { panelId: true, state: true },
  });
  if (member === null || member.state === "erased") return anonymous;
  return { kind: "member", organisationId, panelId: member.panelId, memberId };
}

async function staffActor(staffId: string): Promise<Actor> {
  const staff = await database().staff.findUnique({
    where: { id: staffId },
    select: {
      organisationId: true,
      endedAt: true,
      roleGrants: { where: { revokedAt: null }, select: { panelId: true, role: true } },
    },
  });
  if (staff === null || staff.endedAt !== null) return anonymous;
  return { kind: "staff", organisationId: staff.organisationId, staffId, grants: staff.roleGrants };
}

/**
 * Who is signed in, from the session cookie alone; never from a form. Roles are read afresh on each request, so
 * taking one away works at once. Read once a request.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  // Most visitors of public pages have no session; next-auth is only asked about those who do.
  if (!(await cookies()).has(sessionCookie.name)) return anonymous;
  const session = await getServerSession(authOptions());
  const principal = readPrincipal(session?.user?.id);
  if (principal === null) return anonymous;
  return principal.kind === "member"
    ? memberActor(principal.organisationId, principal.memberId)
    : staffActor(principal.staffId);
});
