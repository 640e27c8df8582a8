import type { TagTone } from "@/components/content/tag";

const tones: Readonly<Record<string, TagTone>> = {
  intact: "success",
  complete: "success",
  anchored: "success",
  notAnchored: "warning",
  notChecked: "neutral",
};

/** How a result looks: whatever is not good or open is danger. */
export function stateTone(state: string): TagTone {
  return tones[state] ?? "danger";
}
