import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { rowColumns, withClocks, type RequestRow } from "./request-row";

/** A member's own request, in their words and ours. */
export type OwnRequestView = RequestRow & {
  readonly details: string;
  readonly outcomeReason: string | null;
};

async function subjectRefOf(organisationId: string, memberId: string): Promise<string> {
  const { subjectRef } = await database().member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: memberId } },
    select: { subjectRef: true },
  });
  return subjectRef;
}

/** How many requests of a member are kept, answered ones among them. */
export async function countOwnRequests(organisationId: string, memberId: string): Promise<number> {
  const subjectRef = await subjectRefOf(organisationId, memberId);
  return database().dataSubjectRequest.count({ where: { organisationId, subjectRef } });
}

/** A member's requests, the newest first; with an id, that one alone. */
export async function listOwnRequests(
  panel: PanelView,
  memberId: string,
  id?: string,
): Promise<readonly OwnRequestView[]> {
  const { organisationId, id: panelId } = panel;
  const subjectRef = await subjectRefOf(organisationId, memberId);
  const rows = await database().dataSubjectRequest.findMany({
    where: { organisationId, panelId, subjectRef, ...(id === undefined ? {} : { id }) },
    select: { ...rowColumns, details: true, outcomeReason: true },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const words = new Map(rows.map((row) => [row.id, row]));
  const clocks = await withClocks(panel, rows, now());
  return clocks.map((row) => {
    const { details = "", outcomeReason = null } = words.get(row.id) ?? {};
    return { ...row, details, outcomeReason };
  });
}
