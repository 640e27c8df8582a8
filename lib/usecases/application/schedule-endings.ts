import { civilDate, dateColumn, londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import { itemsWithoutPlace } from "@/lib/policy/application-round";
import { retentionItemsFor, termEndsOn, type DueItem } from "@/lib/policy/retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** Whose days are set: an application that ended, or one that was accepted. */
type Whose = { readonly memberId: string; readonly closesOn: string };

async function daysSet(ctx: Ctx, panel: PanelView, memberId: string): Promise<readonly DueItem[]> {
  const rows = await ctx.tx.retentionItem.findMany({
    where: { organisationId: panel.organisationId, memberId },
  });
  return rows.map(({ ruleKey, triggeredOn, dueOn, action }) => ({
    ruleKey,
    action,
    triggeredOn: civilDate(triggeredOn),
    dueOn: civilDate(dueOn),
  }));
}

async function setDays(
  ctx: Ctx,
  panel: PanelView,
  memberId: string,
  items: readonly DueItem[],
): Promise<void> {
  const { organisationId, id: panelId } = panel;
  await ctx.tx.retentionItem.createMany({
    data: items.map(({ triggeredOn, dueOn, ...item }) => ({
      ...{ ...item, organisationId, panelId, memberId, id: newId(ctx.at) },
      triggeredOn: dateColumn(triggeredOn),
      dueOn: dateColumn(dueOn),
    })),
    skipDuplicates: true,
  });
}

/** Sets the days on which everything about an application without a place must go (law.md RT-1). */
export async function scheduleWithoutPlace(ctx: Ctx, panel: PanelView, whose: Whose): Promise<void> {
  const before = await daysSet(ctx, panel, whose.memberId);
  const items = itemsWithoutPlace(panel.document, before, whose.closesOn, londonDate(ctx.at));
  await setDays(ctx, panel, whose.memberId, items);
}

/**
 * Sets the days of a new member: the term begins now. The days of an application that was not chosen are taken back, where
 * it was accepted after all.
 */
export async function scheduleTerm(ctx: Ctx, panel: PanelView, { memberId, closesOn }: Whose): Promise<void> {
  const { document, organisationId } = panel;
  const today = londonDate(ctx.at);
  const without = itemsWithoutPlace(document, [], closesOn, today).map(({ ruleKey }) => ruleKey);
  await ctx.tx.retentionItem.deleteMany({
    where: { organisationId, memberId, ruleKey: { in: without }, settledAt: null },
  });
  const term = termEndsOn(document, today);
  await setDays(ctx, panel, memberId, [
    ...retentionItemsFor(document, "joined", today),
    ...(term === null ? [] : retentionItemsFor(document, "panelTermEnd", term)),
  ]);
}
