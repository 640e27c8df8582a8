import { notFound } from "next/navigation";
import { cache } from "react";
import { readLinkActor, type HeldLink } from "@/lib/auth/link-actor";
import type { LinkScope } from "@/lib/policy/permission";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";

export type Held = HeldLink & { readonly panel: PanelView };

/**
 * What a link in a mail opens, or null when it is forged, of another kind, too old, or the member was erased. Read once a
 * request.
 */
export const findHeldLink = cache(async (scope: LinkScope, token: string): Promise<Held | null> => {
  const held = await readLinkActor(scope, token);
  if (held === null) return null;
  const panel = await getPanelById(held.actor.organisationId, held.actor.panelId);
  return panel === null ? null : { ...held, panel };
});

/** The same, where nothing else can be shown without it. */
export async function requireHeldLink(scope: LinkScope, token: string): Promise<Held> {
  return (await findHeldLink(scope, token)) ?? notFound();
}
