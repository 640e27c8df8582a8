import { getPanelBySlug, lastPanelBySlug, type PanelView } from "@/lib/queries/panel/get-panel";
import type { Result } from "@/lib/result";

/** The panel of a form: as it is now, or as this process last read it. */
export type PanelReading = "now" | "last";

export function readPanel(slug: string, reading: PanelReading): Promise<PanelView | null> {
  return reading === "now" ? getPanelBySlug(slug) : lastPanelBySlug(slug);
}

/** Tries with the panel as last read, and once more with the panel as it is when its policy turned out to be another. */
export async function lastReadFirst<T>(
  attempt: (reading: PanelReading) => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await attempt("last");
  return !result.ok && result.error.code === "panel.changed" ? attempt("now") : result;
}
