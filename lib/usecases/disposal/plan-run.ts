import { hash } from "node:crypto";
import type { Tx } from "@/lib/db/transaction";
import { planFor, type Plan } from "@/lib/policy/disposal";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { findDue, type StoredDue } from "./due-items";

/** One item of a preview: what is due, and what the run would do about it. */
export type PlannedItem = Pick<StoredDue, "id" | "ruleKey" | "dueOn" | "action"> &
  Plan & { readonly subjectRef: string };

export type RunPlan = {
  readonly items: readonly PlannedItem[];
  /** SHA-256 of every line of the preview: another day, person, rule, or reason to keep something gives another. */
  readonly hash: string;
  /** Of whom something would go, all or in part. */
  readonly people: number;
  /** Items that would stay. */
  readonly kept: number;
};

function lineOf({ id, subjectRef, ruleKey, dueOn, action, whole, kept }: PlannedItem): string {
  return [id, subjectRef, ruleKey, dueOn, action, whole ? "whole" : "part", kept ?? "-"].join(" ");
}

/** What a run as of a day (civil, Europe/London) would do, item by item in a fixed order. */
export async function planRun(tx: Tx, panel: PanelView, asOf: string): Promise<RunPlan> {
  const due = await findDue(tx, panel, asOf);
  const items = due.flatMap(({ subjectRef, standing, items: own }) => {
    const plans = planFor(panel.document, standing, own);
    return own.flatMap(({ id, ruleKey, dueOn, action }, place): PlannedItem[] => {
      const plan = plans[place];
      return plan === undefined ? [] : [{ id, subjectRef, ruleKey, dueOn, action, ...plan }];
    });
  });
  const going = items.filter(({ kept }) => kept === null);
  return {
    items,
    hash: hash("sha256", items.map(lineOf).join("\n"), "hex"),
    people: new Set(going.map(({ subjectRef }) => subjectRef)).size,
    kept: items.length - going.length,
  };
}
