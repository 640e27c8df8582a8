import { dateColumn, londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import { retentionItemsFor, termEndsOn, type DueItem } from "@/lib/policy/retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** What is kept about a new member ends on these days. An applicant's term has not begun. */
function itemsToday(panel: PanelView, today: string, applies: boolean): readonly DueItem[] {
  const { document } = panel;
  const term = applies ? null : termEndsOn(document, today);
  return [
    ...retentionItemsFor(document, "collected", today),
    ...(applies ? [] : retentionItemsFor(document, "joined", today)),
    ...(term === null ? [] : retentionItemsFor(document, "panelTermEnd", term)),
  ];
}

/** Writes the day on which each thing held about the new member must go. */
export async function scheduleRetention(
  ctx: Ctx,
  panel: PanelView,
  memberId: string,
  applies: boolean,
): Promise<void> {
  const { organisationId, id: panelId } = panel;
  await ctx.tx.retentionItem.createMany({
    data: itemsToday(panel, londonDate(ctx.at), applies).map(({ triggeredOn, dueOn, ...item }) => ({
      ...item,
      organisationId,
      panelId,
      memberId,
      id: newId(ctx.at),
      triggeredOn: dateColumn(triggeredOn),
      dueOn: dateColumn(dueOn),
    })),
  });
}
