import { beforeEach, describe, expect, it } from "vitest";
import type { RequestKind } from "@/lib/policy/request/request";
import { getRequest } from "@/lib/queries/rights-request/get-request";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { restrictMember } from "@/lib/usecases/restriction/restrict-member";
import { closeRequest, type RequestToClose } from "@/lib/usecases/rights-request/close-request";
import { tellRecipient, type RecipientStep } from "@/lib/usecases/rights-request/tell-recipient";
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

const dpo = () => staffAs(residents, "dpo");
const refused = (code: string) => ({ ok: false, error: { code: `rightsRequest.${code}` } });

function close(requestId: string, changes: Partial<RequestToClose> = {}) {
  const done = { outcome: "done", ground: null, reasons: "" } as const;
  return runUseCase(closeRequest, dpo(), { panel: residents.panel, requestId, ...done, ...changes });
}

function step(requestId: string, recipientKey: string, standing: RecipientStep["standing"], reason = "") {
  const input = { panel: residents.panel, requestId, recipientKey, standing, reason };
  return runUseCase(tellRecipient, dpo(), input);
}

function erase() {
  const { panel, members } = residents;
  const input = { panel, memberId: members[0].id, reasonCode: "consentWithdrawn" } as const;
  return runUseCase(eraseMember, dpo(), input);
}

async function restrict(): Promise<void> {
  const { panel, members } = residents;
  const asked = { ground: "accuracyContested", method: "web", evidence: "Their request" } as const;
  const input = { panel, memberId: members[0].id, ...asked };
  expect(await runUseCase(restrictMember, dpo(), input)).toMatchObject({ ok: true });
}

/** Everyone has confirmed. */
async function settle(requestId: string): Promise<void> {
  for (const { key } of residents.panel.document.recipients) {
    expect(await step(requestId, key, "confirmed")).toMatchObject({ ok: true });
  }
}

const refusal = {
  outcome: "refused",
  ground: "manifestlyUnfounded",
  reasons: "You asked for the same thing on each of the last ninety days.",
} as const;

describe("an answer", () => {
  it("ends the request once, tells the person by mail, and is an entry without its words", async () => {
    const id = await idOf(ask(residents, "access"));
    expect(await close(id, { reasons: "Your copy is in the post." })).toMatchObject({ ok: true });
    const row = await stored(id);
    expect(row).toMatchObject({ outcome: "done", outcomeReason: "Your copy is in the post." });
    const mail = (await mailsOf(id)).find(({ template }) => template === "request-closed");
    expect([mail?.state, row.answerDeliveryId]).toEqual(["queued", mail?.id]);
    const entry = (await entriesOf(id)).at(-1);
    expect(entry).toMatchObject({ eventType: "request.closed", data: { outcome: "done", inTime: "yes" } });
    expect(JSON.stringify(entry)).not.toContain("post");
    expect(await close(id)).toEqual(refused("closed"));
    expect(await close(id, refusal)).toEqual(refused("closed"));
  });

  it("two officers at once: one answers", async () => {
    const id = await idOf(ask(residents, "access"));
    const both = await Promise.all([close(id), close(id, refusal)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await entriesOf(id)).filter(({ eventType }) => eventType === "request.closed")).toHaveLength(1);
  });

  it("stays as it is, whoever tries", async () => {
    const id = await idOf(ask(residents, "access"));
    await close(id);
    const change = sql(held.ownerUrl, "UPDATE data_subject_request SET outcome = 'refused' WHERE id = $1", [
      id,
    ]);
    await expect(change).rejects.toThrow("a closed request stays as it is");
  });

  it("a refused ledger append rolls back the answer and its mail", async () => {
    const id = await idOf(ask(residents, "access"));
    await sql(held.superuserUrl, "REVOKE INSERT ON ledger_entry FROM panel_app");
    try {
      await expect(close(id)).rejects.toThrow();
    } finally {
      await sql(held.superuserUrl, "GRANT INSERT ON ledger_entry TO panel_app");
    }
    expect((await stored(id)).closedAt).toBeNull();
    expect(await mailsOf(id)).toHaveLength(1);
  });

  it("after the last day says that it was late", async () => {
    const id = await idOf(receive(residents, { receivedOn: daysAgo(60) }));
    await close(id);
    expect((await entriesOf(id)).at(-1)?.data).toMatchObject({ inTime: "no" });
  });

  it("is for the data protection officer alone", async () => {
    const requestId = await idOf(ask(residents, "access"));
    const input = { panel: residents.panel, requestId, outcome: "done", ground: null, reasons: "" } as const;
    for (const role of ["engagement", "admin", "auditor"] as const) {
      const result = await runUseCase(closeRequest, staffAs(residents, role), input);
      expect(result).toMatchObject({ error: { code: "form.notPermitted" } });
    }
  });
});

describe("RR-7: a refusal", () => {
  it("needs a ground and reasons, in part as well", async () => {
    const id = await idOf(ask(residents, "access"));
    for (const outcome of ["refused", "partlyDone"] as const) {
      expect(await close(id, { ...refusal, outcome, ground: null })).toEqual(refused("groundMissing"));
      expect(await close(id, { ...refusal, outcome, reasons: " " })).toEqual(refused("reasonsMissing"));
    }
    expect(await close(id, refusal)).toMatchObject({ ok: true });
    expect((await entriesOf(id)).at(-1)?.data).toMatchObject({ reasonCode: "manifestlyUnfounded" });
  });

  it("T: without a regulator of the day it is not issued", async () => {
    const id = await idOf(ask(residents, "access"));
    const { panel } = residents;
    const document = { ...panel.document, regulator: [] };
    const input = { panel: { ...panel, document }, requestId: id, ...refusal };
    expect(await runUseCase(closeRequest, dpo(), input)).toEqual(refused("letterIncomplete"));
  });
});

describe("RR-9: closed with confirmations", () => {
  it.each(["rectification", "restriction"] as const)(
    "T: %s: not before everyone is dealt with",
    async (kind) => {
      const id = await idOf(ask(residents, kind));
      if (kind === "restriction") await restrict();
      expect(await close(id)).toEqual(refused("recipientsOpen"));
      const [first, ...others] = residents.panel.document.recipients.map(({ key }) => key);
      for (const key of others) await step(id, key, "notTold", "They never had this detail.");
      await step(id, first ?? "", "told");
      expect(await close(id)).toEqual(refused("recipientsOpen"));
      await step(id, first ?? "", "confirmed");
      expect(await close(id)).toMatchObject({ ok: true });
    },
  );

  it("each step is an entry with its code; none goes back", async () => {
    const id = await idOf(ask(residents, "rectification"));
    const key = residents.panel.document.recipients[0]?.key ?? "";
    await step(id, key, "notTold", "Nobody there answers.");
    await step(id, key, "told");
    expect(await step(id, key, "told")).toEqual(refused("recipientTold"));
    expect(await step(id, key, "notTold", "No.")).toEqual(refused("recipientTold"));
    await step(id, key, "confirmed");
    expect(await step(id, key, "told")).toEqual(refused("recipientConfirmed"));
    const told = (await entriesOf(id)).filter(({ eventType }) => eventType === "request.recipientTold");
    expect(told.map(({ data }) => data["standing"])).toEqual(["notTold", "told", "confirmed"]);
    expect(JSON.stringify(told)).not.toContain("answers");
    expect(await step(id, "nobody", "told")).toEqual({ ok: false, error: { code: "form.unreadable" } });
  });

  it.each(["access", "portability"] as const)("%s: nobody else has to be told", async (kind: RequestKind) => {
    const id = await idOf(ask(residents, kind));
    expect(await close(id)).toMatchObject({ ok: true });
  });

  it("taken back, it ends without", async () => {
    const id = await idOf(ask(residents, "rectification"));
    expect(await close(id, { outcome: "withdrawn" })).toMatchObject({ ok: true });
  });
});

it("RR-10: a restriction is done once the member's details are put aside, and not before", async () => {
  const id = await idOf(ask(residents, "restriction"));
  await settle(id);
  const viewer = { actor: dpo(), panel: residents.panel };
  expect(await close(id)).toEqual(refused("notRestricted"));
  expect((await getRequest(viewer, id))?.asker.restricted).toBe(false);
  await restrict();
  expect((await getRequest(viewer, id))?.asker.restricted).toBe(true);
  expect(await close(id)).toMatchObject({ ok: true });
});

describe("an erasure", () => {
  it("is done once the person is erased, and not before; of them no word is left in it", async () => {
    const id = await idOf(ask(residents, "erasure"));
    await settle(id);
    expect(await close(id)).toEqual(refused("notErased"));
    expect(await erase()).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ requesterName: null, replyTo: null, details: "" });
    expect(await close(id)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ outcome: "done", answerDeliveryId: null });
    expect(await mailsOf(id)).toEqual([]);
    const types = (await entriesOf(id)).map(({ eventType }) => eventType);
    expect([types[0], types.at(-1)]).toEqual(["request.received", "request.closed"]);
  });

  it("of somebody whom the panel never knew is done when everyone is dealt with", async () => {
    const id = await idOf(receive(residents, { kind: "erasure" }));
    expect(await close(id)).toEqual(refused("recipientsOpen"));
    await settle(id);
    expect(await close(id)).toMatchObject({ ok: true });
  });

  it("an erased person's answered requests lose their words as well", async () => {
    const id = await idOf(ask(residents, "access"));
    await close(id);
    expect(await erase()).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ details: "", outcome: "done" });
  });
});
