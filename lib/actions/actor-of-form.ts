import { currentActor } from "@/lib/auth/current-actor";
import { readLinkActor } from "@/lib/auth/link-actor";
import type { Actor, LinkScope } from "@/lib/policy/permission";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { readPanel, type PanelReading } from "./panel-reading";

/** Who posts this form: by session cookie, or by the signed link in `token`. Null when the link no longer holds. */
export async function findActor(as: "session" | LinkScope, form: FormData): Promise<Actor | null> {
  if (as === "session") return currentActor();
  const token = form.get("token");
  if (typeof token !== "string") return null;
  const held = await readLinkActor(as, token);
  return held?.actor ?? null;
}

/** The panel concerned: a member's or link's own; otherwise the one the form names in `panel`. */
export async function findPanel(
  actor: Actor,
  form: FormData,
  reading: PanelReading = "now",
): Promise<PanelView | null> {
  const slug = form.get("panel");
  if (actor.kind === "link") return getPanelById(actor.organisationId, actor.panelId);
  if (typeof slug === "string") return readPanel(slug, reading);
  if (actor.kind === "member") return getPanelById(actor.organisationId, actor.panelId);
  return null;
}
