import { readBrowserSecret } from "@/lib/auth/browser-secrets";
import { now } from "@/lib/clock";
import type { Actor } from "@/lib/policy/permission";
import { getJoinDraft, type OpenDraft } from "@/lib/queries/join/get-join-draft";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { DraftKey } from "@/lib/usecases/join/join-draft";

/**
 * Whoever is signed in on this computer, somebody who joins is nobody yet: the trail must not say that a member or
 * staff acted.
 */
export const someone: Actor = { kind: "anonymous" };

/** What this browser holds of a draft for the panel, whether or not the draft is still there. */
export async function draftKeyOfBrowser(panel: PanelView): Promise<DraftKey | null> {
  const draftToken = await readBrowserSecret({ kind: "join", panelSlug: panel.slug });
  return draftToken === null ? null : { panel, draftToken };
}

/** The draft this browser writes for the panel, or null. */
export async function draftOfBrowser(
  panel: PanelView,
): Promise<{ readonly key: DraftKey; readonly draft: OpenDraft } | null> {
  const key = await draftKeyOfBrowser(panel);
  if (key === null) return null;
  const draft = await getJoinDraft(panel.id, key.draftToken, now());
  return draft === null ? null : { key, draft };
}
