import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { Actor, LinkScope } from "@/lib/policy/permission";
import { readLink } from "./signed-link";

export type LinkActor = Extract<Actor, { kind: "link" }>;

/** The holder of a link and the ids it names after the member: what the link is about. */
export type HeldLink = { readonly actor: LinkActor; readonly about: readonly string[] };

/**
 * The actor behind a link in a mail, or null when the link is forged, of another scope, too old, or the member has
 * been erased. Links name [organisationId, memberId, ...about].
 */
export async function readLinkActor(scope: LinkScope, token: string): Promise<HeldLink | null> {
  const [organisationId, memberId, ...about] = readLink(scope, token, now()) ?? [];
  if (organisationId === undefined || memberId === undefined) return null;
  const member = await database().member.findUnique({
    where: { organisationId_id: { organisationId, id: memberId } },
    select: { panelId: true, state: true },
  });
  if (member === null || member.state === "erased") return null;
  return { actor: { kind: "link", organisationId, panelId: member.panelId, memberId, scope }, about };
}
