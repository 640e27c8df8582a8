import type { TagTone } from "@/components/content/tag";
import type { ConsentState } from "@/lib/policy/consent-standing";

/** How each standing looks. */
export const standingTones: Record<ConsentState, TagTone> = {
  none: "neutral",
  given: "success",
  refused: "neutral",
  withdrawn: "warning",
  objected: "danger",
  expired: "warning",
  unverified: "warning",
};
