import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { RetentionRule } from "@/lib/policy/document";
import type { CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "../panel/get-panel";

/** A retention rule as it stands for one member: the day it falls due, or null while its clock has not started. */
export type KeptUntil = { readonly rule: RetentionRule; readonly dueOn: CivilDate | null };

/** Every rule of the panel's policy, by rule key, with the member's own day where there is one. */
export async function listRetention(
  panel: PanelView,
  memberId: string,
): Promise<ReadonlyMap<string, KeptUntil>> {
  const items = await database().retentionItem.findMany({
    where: { organisationId: panel.organisationId, memberId, settledAt: null },
    select: { ruleKey: true, dueOn: true },
  });
  const days = new Map(items.map(({ ruleKey, dueOn }) => [ruleKey, civilDate(dueOn)]));
  return new Map(
    panel.document.retentionRules.map((rule) => [rule.key, { rule, dueOn: days.get(rule.key) ?? null }]),
  );
}
