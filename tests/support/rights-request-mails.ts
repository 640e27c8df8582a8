import type pg from "pg";
import { newId } from "@/lib/id";
import { insertRows } from "@/prisma/seed/insert-rows";
import type { TestMember, TestPanel } from "./panel";

/** A request that was refused, with a question and an extension before, for the mails about it. */
export async function makeAboutRequest(
  client: pg.ClientBase,
  { organisationId, panelId, staffId }: TestPanel,
  member: TestMember,
  at: number,
) {
  const requestId = newId();
  await insertRows(client, "data_subject_request", [
    {
      ...{ organisationId, id: requestId, panelId, kind: "erasure", subjectRef: member.subjectRef },
      ...{ method: "web", details: "All of it.", receivedAt: at, dueOn: "2999-01-04" },
      ...{ outcome: "refused", outcomeReason: "The law says that we keep it.", closedAt: at },
    },
  ]);
  const happened = {
    organisationId,
    requestId,
    occurredOn: "2026-11-01",
    recordedBy: staffId,
    recordedAt: at,
  };
  const [asked, extended] = [newId(), newId()];
  await insertRows(client, "request_clock_event", [
    { ...happened, id: asked, kind: "identity_asked", reason: "Two people have this name." },
    { ...happened, id: extended, kind: "extended", reason: "There is a lot of it." },
  ]);
  const about = { kind: "rightsReply", memberId: member.id } as const;
  const rightsRequestId = requestId;
  return {
    "request-received": { ...about, template: "request-received", subjectIds: { rightsRequestId } },
    "request-asked": {
      ...{ ...about, template: "request-asked" as const },
      subjectIds: { rightsRequestId, clockEventId: asked },
    },
    "request-extended": {
      ...{ ...about, template: "request-extended" as const },
      subjectIds: { rightsRequestId, clockEventId: extended },
    },
    "request-closed": { ...about, template: "request-closed", subjectIds: { rightsRequestId } },
  } as const;
}
