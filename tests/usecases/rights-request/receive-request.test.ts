import { beforeEach, describe, expect, it } from "vitest";
import { civilDate, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { requestClock } from "@/lib/policy/request/clock";
import { requestKinds, type RequestKind } from "@/lib/policy/request/request";
import { receiveRequestSchema } from "@/lib/schemas/rights-request";
import { closeRequest } from "@/lib/usecases/rights-request/close-request";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { makeResidents, type Residents } from "@/tests/support/resident";
import { ask, daysAgo, entriesOf, idOf, mailsOf, receive, stored } from "@/tests/support/rights-request";

const held = useDatabase();
let residents: Residents;

beforeEach(async () => {
  residents = await makeResidents("connect", []);
});

function dueFor(kind: RequestKind, receivedOn: string): string {
  const today = londonDate(new Date());
  return requestClock({ kind, receivedOn, events: [], nation: "england", today }).dueOn;
}

async function referenceOf(place: 0 | 1): Promise<string> {
  const member = await database().member.findFirstOrThrow({ where: { id: residents.members[place].id } });
  return member.reference;
}

describe("RR-1: a member who is signed in asks on their own page", () => {
  it("is kept from this moment, with the day of the answer and an entry of codes and days only", async () => {
    const id = await idOf(ask(residents, "access"));
    const row = await stored(id);
    const dueOn = dueFor("access", daysAgo(0));
    expect(row).toMatchObject({ kind: "access", method: "web", subjectRef: residents.members[0].subjectRef });
    expect([row.requesterName, row.replyTo, civilDate(row.dueOn)]).toEqual([null, null, dueOn]);
    expect(await entriesOf(id)).toEqual([
      {
        ...{
          eventType: "request.received",
          subjectRef: residents.members[0].subjectRef,
          actorKind: "member",
        },
        data: { rightsRequestId: id, right: "access", method: "web", receivedOn: daysAgo(0), dueOn },
      },
    ]);
  });

  it("is told by mail by when they have an answer, as the answer to a right, which always goes", async () => {
    const id = await idOf(ask(residents, "access"));
    const [mail, ...more] = await mailsOf(id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ template: "request-received", state: "queued" });
    expect(mail?.memberId).toBe(residents.members[0].id);
    expect((await stored(id)).receiptDeliveryId).toBe(mail?.id);
    expect(JSON.stringify(mail)).not.toContain("send me all");
  });

  it("sent twice it is one request, one entry, one mail; with another kind it is refused", async () => {
    const id = newId();
    const both = await Promise.all([ask(residents, "access", id), ask(residents, "access", id)]);
    expect(both).toEqual([
      { ok: true, value: { id } },
      { ok: true, value: { id } },
    ]);
    expect([await entriesOf(id), await mailsOf(id)]).toMatchObject([{ length: 1 }, { length: 1 }]);
    expect(await ask(residents, "erasure", id)).toEqual({ ok: false, error: { code: "form.unreadable" } });
  });

  it("the same words from another tab are the same request until it is answered; other words are another", async () => {
    const first = await idOf(ask(residents, "access"));
    expect(await idOf(ask(residents, "access"))).toBe(first);
    expect([await entriesOf(first), await mailsOf(first)]).toMatchObject([{ length: 1 }, { length: 1 }]);
    expect(await idOf(ask(residents, "access", newId(), "And letters about the roof."))).not.toBe(first);
    expect(await idOf(ask(residents, "portability"))).not.toBe(first);
    const close = { panel: residents.panel, requestId: first, ground: null, reasons: "" } as const;
    await runUseCase(closeRequest, staffAs(residents, "dpo"), { ...close, outcome: "withdrawn" });
    expect(await idOf(ask(residents, "access"))).not.toBe(first);
  });

  it("who goes back, writes something else and sends it again is told that those words are not kept", async () => {
    const id = await idOf(ask(residents, "rectification"));
    const again = await ask(residents, "rectification", id, "And my house number, which is 12.");
    expect(again).toEqual({ ok: false, error: { code: "rightsRequest.sentBefore" } });
    expect((await stored(id)).details).toBe("Please send me all of it.");
  });

  it("an objection is a choice that holds at once, and no request", async () => {
    expect(await ask(residents, "objection")).toMatchObject({ ok: false });
  });

  it("a refused ledger append rolls back the request", async () => {
    const id = newId();
    await sql(held.superuserUrl, "REVOKE INSERT ON ledger_entry FROM panel_app");
    try {
      await expect(ask(residents, "access", id)).rejects.toThrow();
    } finally {
      await sql(held.superuserUrl, "GRANT INSERT ON ledger_entry TO panel_app");
    }
    expect(await database().dataSubjectRequest.count({ where: { id } })).toBe(0);
    expect(await mailsOf(id)).toEqual([]);
  });
});

describe("RR-1: staff pass on what reached them", () => {
  it("T: in a comment, by phone, on paper: received on the day it reached anybody here", async () => {
    const receivedOn = daysAgo(9);
    const id = await idOf(receive(residents, { receivedOn, method: "phone" }));
    const row = await stored(id);
    expect(londonDate(row.receivedAt)).toBe(receivedOn);
    expect(civilDate(row.dueOn)).toBe(dueFor("access", receivedOn));
    const [entry] = await entriesOf(id);
    expect(entry).toMatchObject({
      subjectRef: null,
      actorKind: "staff",
      data: { method: "phone", receivedOn },
    });
  });

  it("of somebody whom the panel does not know: kept with a name, told at the address they gave", async () => {
    const id = await idOf(receive(residents));
    expect(await stored(id)).toMatchObject({ subjectRef: null, requesterName: "A neighbour" });
    expect(await mailsOf(id)).toMatchObject([{ template: "request-received", memberId: null }]);
  });

  it.each(["", "12 Mill Street", "two@mail.example, three@mail.example"])(
    "no mail is queued to “%s”",
    async (replyTo) => {
      const id = await idOf(receive(residents, { replyTo }));
      expect(await mailsOf(id)).toEqual([]);
      expect((await stored(id)).receiptDeliveryId).toBeNull();
    },
  );

  it("of a member: named by their reference, and what was typed about them besides is not kept", async () => {
    const id = await idOf(receive(residents, { reference: await referenceOf(1), kind: "rectification" }));
    const [, { id: memberId, subjectRef }] = residents.members;
    expect(await stored(id)).toMatchObject({ subjectRef, requesterName: null, replyTo: null });
    expect(await mailsOf(id)).toMatchObject([{ memberId }]);
  });

  it("a member's objection is recorded where it holds at once", async () => {
    const reference = await referenceOf(0);
    const refused = { ok: false, error: { code: "rightsRequest.objectionElsewhere" } };
    expect(await receive(residents, { reference, kind: "objection" })).toEqual(refused);
    expect(await receive(residents, { kind: "objection" })).toMatchObject({ ok: true });
  });

  it.each([
    ["2999-01-01", "rightsRequest.receivedOn.future"],
    ["2026-02-04", "rightsRequest.receivedOn.old"],
  ])("not received on %s", async (receivedOn, code) => {
    expect(await receive(residents, { receivedOn })).toMatchObject({
      error: { fields: { receivedOn: [{ code }] } },
    });
  });

  it("not for a reference that nobody has, nor by an auditor", async () => {
    const fields = { reference: [{ code: "rightsRequest.reference.unknown" }] };
    expect(await receive(residents, { reference: "XX-NOBODY" })).toMatchObject({ error: { fields } });
    expect(await receive(residents, {}, "auditor")).toMatchObject({ error: { code: "form.notPermitted" } });
  });

  it("who goes back and puts another person, address or day is told that this is not kept", async () => {
    const id = await idOf(receive(residents));
    const again = {
      requesterName: "Another neighbour",
      replyTo: "other@mail.example",
      receivedOn: daysAgo(3),
    };
    expect(await receive(residents, { id })).toEqual({ ok: true, value: { id } });
    for (const [key, value] of Object.entries(again))
      expect(await receive(residents, { id, [key]: value })).toEqual({
        ...{ ok: false, error: { code: "rightsRequest.sentBefore" } },
      });
    expect(await stored(id)).toMatchObject({ requesterName: "A neighbour" });
  });

  it("all that is wrong with a form is said at once", async () => {
    const unreal = { reference: "XX-NOBODY", receivedOn: "2999-01-01" };
    const error = { fields: { reference: [{}], receivedOn: [{}] } };
    expect(await receive(residents, unreal)).toMatchObject({ error });
    const read = receiveRequestSchema.safeParse({ id: newId(), reference: "", requesterName: "" });
    const fields = new Set(read.error?.issues.map(({ path }) => path[0]));
    expect(fields).toEqual(new Set(["kind", "details", "method", "receivedOn", "reference"]));
  });

  it.each(requestKinds)("RR-9: who else will have to be told is listed: %s", async (kind) => {
    const { notifications } = await stored(await idOf(receive(residents, { kind })));
    const told = ["rectification", "erasure", "restriction"].includes(kind);
    const keys = residents.panel.document.recipients.map(({ key }) => key).toSorted();
    expect(notifications.map(({ recipientKey }) => recipientKey)).toEqual(told ? keys : []);
  });
});
