import { dateColumn, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { RequestQuery } from "@/lib/schemas/rights-request";
import { rowColumns, withClocks, type RequestRow } from "./request-row";

/** A request in the list, with the member's reference where they are held. */
export type ListedRequest = RequestRow & { readonly reference: string | null };

export type RequestPage = {
  readonly requests: readonly ListedRequest[];
  /** After which request the next page begins; null on the last. */
  readonly next: { readonly due: string; readonly id: string } | null;
};

async function memberRefs({ panel }: Viewer, by: { reference?: string; subjectRefs?: readonly string[] }) {
  const { organisationId, id: panelId } = panel;
  const { reference, subjectRefs } = by;
  return database().member.findMany({
    where: {
      ...{ organisationId, panelId, state: { not: "erased" } },
      ...(reference === undefined ? {} : { reference }),
      ...(subjectRefs === undefined ? {} : { subjectRef: { in: [...subjectRefs] } }),
    },
    select: { reference: true, subjectRef: true },
  });
}

/** The rows of a page and one more, in the order in which they are due; answered ones the other way round. */
async function pageOf({ panel }: Viewer, query: RequestQuery, subjectRef: string | undefined, size: number) {
  const { organisationId, id: panelId } = panel;
  const closed = query.show === "closed";
  const order = closed ? "desc" : "asc";
  const past = closed ? "lt" : "gt";
  const { due, id } = query;
  const dueOn = due === undefined ? null : dateColumn(due);
  const after =
    dueOn === null || id === undefined
      ? {}
      : { OR: [{ dueOn: { [past]: dueOn } }, { dueOn, id: { [past]: id } }] };
  return database().dataSubjectRequest.findMany({
    where: {
      ...{ organisationId, panelId, ...after },
      closedAt: closed ? { not: null } : null,
      ...(subjectRef === undefined ? {} : { subjectRef }),
    },
    select: rowColumns,
    orderBy: [{ dueOn: order }, { id: order }],
    take: size + 1,
  });
}

/** The panel's requests: who waits for an answer by the day it is due, or those answered, the latest first. */
export async function listRequests(viewer: Viewer, query: RequestQuery, size = 50): Promise<RequestPage> {
  authorise(viewer, "rightsRequest.view");
  const { member } = query;
  const [whose] = member === undefined ? [] : await memberRefs(viewer, { reference: member });
  if (member !== undefined && whose === undefined) return { requests: [], next: null };
  const rows = await pageOf(viewer, query, whose?.subjectRef, size);
  const page = rows.slice(0, size);
  const [clocks, members] = await Promise.all([
    withClocks(viewer.panel, page, now()),
    memberRefs(viewer, { subjectRefs: page.flatMap(({ subjectRef }) => subjectRef ?? []) }),
  ]);
  const references = new Map(members.map(({ subjectRef, reference }) => [subjectRef, reference]));
  const last = page.at(-1);
  return {
    requests: clocks.map((row) => ({ ...row, reference: references.get(row.subjectRef ?? "") ?? null })),
    next:
      rows.length > size && last !== undefined
        ? { due: last.dueOn.toISOString().slice(0, 10), id: last.id }
        : null,
  };
}
