import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { RetentionRule } from "@/lib/policy/document";
import type { Suspension } from "@/lib/policy/legal-hold";
import { endingsOf, itemsAfterLeaving, type DueItem } from "@/lib/policy/retention";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { keptBy } from "../legal-hold/kept-by";
import type { PanelView } from "../panel/get-panel";

/** How long one kind of information is kept about one member. */
export type KeptUntil = {
  /** The rule that ends it: its own, or one that ends everything sooner. */
  readonly rule: RetentionRule;
  /** Null while no clock has started. */
  readonly dueOn: CivilDate | null;
  /** What keeps it past that day now; null when nothing does. */
  readonly keptBy: Suspension | null;
};

async function itemsOf({ organisationId }: PanelView, memberId: string): Promise<readonly DueItem[]> {
  const items = await database().retentionItem.findMany({
    where: { organisationId, memberId, settledAt: null },
    select: { ruleKey: true, triggeredOn: true, dueOn: true, action: true },
  });
  return items.map(({ ruleKey, triggeredOn, dueOn, action }) => {
    return { ruleKey, triggeredOn: civilDate(triggeredOn), dueOn: civilDate(dueOn), action };
  });
}

/**
 * How long each kind of information is kept about a member, by the key of the kind's own rule: the earliest day that
 * reaches it. One answer for every page and mail that says until when.
 * @param leavingOn the day (civil, Europe/London) the member would leave, to say beforehand what leaving does
 */
export async function listRetention(
  panel: PanelView,
  memberId: string,
  leavingOn?: CivilDate,
): Promise<ReadonlyMap<string, KeptUntil>> {
  const { document } = panel;
  const [set, by] = await Promise.all([itemsOf(panel, memberId), keptBy(panel, memberId)]);
  const endings = endingsOf(
    document,
    leavingOn === undefined ? set : itemsAfterLeaving(document, set, leavingOn),
  );
  const rules = new Map(document.retentionRules.map((rule) => [rule.key, rule]));
  return new Map(
    document.retentionRules.map((kind) => {
      const ending = endings.get(kind.key);
      const rule = rules.get(ending?.ruleKey ?? kind.key) ?? kind;
      return [kind.key, { rule, dueOn: ending?.dueOn ?? null, keptBy: by }];
    }),
  );
}
