import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { may, type Actor, type Verb } from "@/lib/policy/permission";
import { getPanelById, getPanelBySlug, type PanelView } from "@/lib/queries/panel/get-panel";
import { currentActor } from "./current-actor";

/** The signed-in person and the panel, once it is certain that this person may do this there. */
export type Granted = { readonly actor: Actor; readonly panel: PanelView };

/**
 * For staff and DPO pages: the signed-in actor, who may do `verb` on this panel. Someone who is not signed in is
 * sent to sign in; someone who may not sees the same "not found" as for a panel that does not exist.
 */
export async function requireActor(verb: Verb, panelSlug: string): Promise<Granted> {
  const actor = await currentActor();
  if (actor.kind === "anonymous") redirect("/staff/sign-in");
  const panel = await getPanelBySlug(panelSlug);
  if (panel === null || !may(actor, verb, panel.id)) notFound();
  return { actor, panel };
}

/** The panel of the signed-in member, read once a request; null for everybody else. */
export const panelOfMember = cache(async (): Promise<PanelView | null> => {
  const actor = await currentActor();
  return actor.kind === "member" ? getPanelById(actor.organisationId, actor.panelId) : null;
});

export type MemberGranted = { readonly actor: Extract<Actor, { kind: "member" }>; readonly panel: PanelView };

/** For a member's own pages: the signed-in member and their panel. Everyone else is sent to sign in. */
export async function requireMember(verb: Verb): Promise<MemberGranted> {
  const actor = await currentActor();
  if (actor.kind !== "member") redirect("/sign-in");
  const panel = await panelOfMember();
  if (panel === null || !may(actor, verb, panel.id)) notFound();
  return { actor, panel };
}

/** For the page that belongs to no panel: the signed-in member of staff. Everyone else is sent to sign in. */
export async function requireStaff(): Promise<Extract<Actor, { kind: "staff" }>> {
  const actor = await currentActor();
  if (actor.kind !== "staff") redirect("/staff/sign-in");
  return actor;
}
