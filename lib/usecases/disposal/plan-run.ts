import { hash } from "node:crypto";
import type { Tx } from "@/lib/db/transaction";
import { planFor, type Foreseen } from "@/lib/policy/disposal";
import { partsOf } from "@/lib/policy/disposal-parts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { withSomething } from "./delete-parts";
import { findDue, type StoredDue } from "./due-items";

/** One item of a preview: what is due, and what the run would do about it. */
export type PlannedItem = Pick<StoredDue, "id" | "ruleKey" | "dueOn" | "action"> & {
  readonly subjectRef: string;
  readonly whole: boolean;
  readonly kept: Foreseen | null;
};

export type RunPlan = {
  readonly items: readonly PlannedItem[];
  /** SHA-256 of the policy version and every line: another day, person, rule, or reason to keep something gives another. */
  readonly hash: string;
  /** Of whom something would go, all or in part. */
  readonly people: number;
  /** Items that would stay, or of whose kind nothing is held. */
  readonly kept: number;
};

function lineOf({ id, subjectRef, ruleKey, dueOn, action, whole, kept }: PlannedItem): string {
  return [id, subjectRef, ruleKey, dueOn, action, whole ? "whole" : "part", kept ?? "-"].join(" ");
}

type Drawn = PlannedItem & { readonly memberId: string };

/** The same items, those of them marked of whose kind nothing is held about the person: they take nothing away. */
async function markNothing(tx: Tx, panel: PanelView, asOf: string, drawn: readonly Drawn[]) {
  const parts = drawn.filter(({ whole, kept }) => kept === null && !whole);
  const something = new Map<string, ReadonlySet<string>>();
  for (const [ruleKey, items] of Map.groupBy(parts, (item) => item.ruleKey)) {
    const whose = items.map(({ memberId }) => memberId);
    const found = await withSomething(
      tx,
      panel.organisationId,
      whose,
      partsOf(panel.document, ruleKey),
      asOf,
    );
    something.set(ruleKey, found);
  }
  return drawn.map(({ memberId, ...item }): PlannedItem => {
    const held = something.get(item.ruleKey);
    const isPart = item.kept === null && !item.whole;
    return isPart && held?.has(memberId) !== true ? { ...item, kept: "nothing" } : item;
  });
}

/** What a run as of a day (civil, Europe/London) would do, item by item in a fixed order. */
export async function planRun(tx: Tx, panel: PanelView, asOf: string): Promise<RunPlan> {
  const due = await findDue(tx, panel, asOf);
  const drawn = due.flatMap(({ memberId, subjectRef, standing, items: own }) => {
    const plans = planFor(panel.document, standing, own);
    return own.flatMap(({ id, ruleKey, dueOn, action }, place): Drawn[] => {
      const plan = plans[place];
      return plan === undefined ? [] : [{ id, memberId, subjectRef, ruleKey, dueOn, action, ...plan }];
    });
  });
  const items = await markNothing(tx, panel, asOf, drawn);
  const going = items.filter(({ kept }) => kept === null);
  return {
    items,
    hash: hash("sha256", [panel.policyVersionId, ...items.map(lineOf)].join("\n"), "hex"),
    people: new Set(going.map(({ subjectRef }) => subjectRef)).size,
    kept: items.length - going.length,
  };
}
