import { may, type Actor, type Verb } from "@/lib/policy/permission";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** Someone who works for the organisation and is signed in. */
export type StaffActor = Extract<Actor, { kind: "staff" }>;

/** Who looks at which panel. */
export type Viewer = { readonly actor: Actor; readonly panel: PanelView };

/**
 * Makes sure that the viewer may do this on the panel. Pages ask first and answer "not found"; that a query asks again
 * means that a page which forgot fails loudly and shows nothing.
 * @throws Error when the viewer may not.
 */
export function authorise(viewer: Viewer, verb: Verb): void {
  if (!may(viewer.actor, verb, viewer.panel.id)) throw new Error(`Not permitted: ${verb}`);
}
