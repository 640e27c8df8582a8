import { notFound } from "next/navigation";
import { cache } from "react";
import { getPanelBySlug, type PanelView } from "@/lib/queries/panel/get-panel";

/** What every page under a panel is given. */
export type PanelParams = { params: Promise<{ panel: string }> };

/** The panel of this address, read once a request; "not found" when there is none. */
export const panelOr404 = cache(async (slug: string): Promise<PanelView> => {
  const panel = await getPanelBySlug(slug);
  if (panel === null) notFound();
  return panel;
});
