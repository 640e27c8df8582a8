import type { Ctx } from "../context";

/** What every line of the trail says that is about something of a panel and about no person. */
export function aboutNobody(
  { at }: Ctx,
  { panelId, purposeKey }: { readonly panelId: string; readonly purposeKey: string },
) {
  return { panelId, subjectRef: null, purposeKey, effectiveAt: at } as const;
}
