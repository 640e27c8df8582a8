import type { Viewer } from "@/lib/queries/staff/viewer";
import { listWaitingObjections } from "./list-waiting-objections";

/** How many objections wait for a decision, up to a thousand; `overdue` of them should be decided already. */
export type WaitingTotal = { readonly waiting: number; readonly overdue: number; readonly more: boolean };

const upTo = 1_000;

/** The panel's, at an instant. */
export async function countWaitingObjections(viewer: Viewer, at: Date): Promise<WaitingTotal> {
  const { objections, next } = await listWaitingObjections(viewer, at, undefined, upTo);
  const overdue = objections.filter((one) => one.overdue).length;
  return { waiting: objections.length, overdue, more: next !== null };
}
