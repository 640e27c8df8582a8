import type { Viewer } from "@/lib/queries/staff/viewer";
import { listRequests } from "./list-requests";

/** How many requests wait for an answer, up to a thousand; `overdue` of them should have one already. */
export type OpenTotal = { readonly open: number; readonly overdue: number; readonly more: boolean };

const upTo = 1_000;

/** The panel's, now. */
export async function countOpenRequests(viewer: Viewer): Promise<OpenTotal> {
  const { requests, next } = await listRequests(viewer, {}, upTo);
  const overdue = requests.filter(({ clock }) => clock.standing === "overdue").length;
  return { open: requests.length, overdue, more: next !== null };
}
