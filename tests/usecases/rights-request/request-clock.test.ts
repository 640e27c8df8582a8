import { beforeEach, describe, expect, it } from "vitest";
import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { rollForward } from "@/lib/policy/request/clock";
import { askPerson, type QuestionToAsk } from "@/lib/usecases/rights-request/ask-person";
import { extendRequest } from "@/lib/usecases/rights-request/extend-request";
import { recordAnswer } from "@/lib/usecases/rights-request/record-answer";
import { runUseCase } from "@/lib/usecases/run";
import { getRequest } from "@/lib/queries/rights-request/get-request";
import { sql, useDatabase } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { makeResidents, type Residents } from "@/tests/support/resident";
import {
  after,
  ask,
  daysAgo,
  entriesOf,
  idOf,
  mailsOf,
  receive,
  stored,
} from "@/tests/support/rights-request";

const held = useDatabase();
let residents: Residents;

beforeEach(async () => {
  residents = await makeResidents("connect", []);
});

const dpo = () => staffAs(residents, "dpo");

function question(requestId: string, changes: Partial<QuestionToAsk> = {}) {
  const { panel } = residents;
  const asked = {
    what: "clarification",
    reason: "Which years do you mean?",
    feeGround: null,
    on: null,
  } as const;
  return runUseCase(askPerson, dpo(), { panel, requestId, ...asked, ...changes });
}

function answer(requestId: string, what: QuestionToAsk["what"], on: string) {
  return runUseCase(recordAnswer, dpo(), { panel: residents.panel, requestId, what, on });
}

function extend(requestId: string, on: string | null = null) {
  const reason = "You asked for eleven years of letters, and there are thousands.";
  return runUseCase(extendRequest, dpo(), { panel: residents.panel, requestId, reason, on });
}

/** The mail of this template did not go out. */
async function fail(id: string, template: string): Promise<void> {
  await sql(
    held.superuserUrl,
    `UPDATE delivery SET state = 'failed', settled_at = now(), failure_code = 'address.refused'
      WHERE template = $1 AND subject_ids->>'rightsRequestId' = $2`,
    [template, id],
  );
}

const dueOf = async (id: string) => civilDate((await stored(id)).dueOn);
const due = (day: string, period: string) => rollForward(after(day, period), "england");
const refused = (code: string) => ({ ok: false, error: { code: `rightsRequest.${code}` } });

describe("a question to who asks", () => {
  it("stops the clock, goes to them by mail, and is an entry without its words", async () => {
    const id = await idOf(ask(residents, "access"));
    expect(await question(id)).toMatchObject({ ok: true });
    const { clockEvents, handledBy } = await stored(id);
    expect(clockEvents).toMatchObject([{ kind: "clarificationAsked", reason: "Which years do you mean?" }]);
    expect(handledBy).not.toBeNull();
    const mail = (await mailsOf(id)).find(({ template }) => template === "request-asked");
    expect(clockEvents[0]?.deliveryId).toBe(mail?.id);
    const entry = (await entriesOf(id)).at(-1);
    expect(entry).toMatchObject({ eventType: "request.clock", actorKind: "dpo" });
    expect(entry?.data).toMatchObject({ happening: "clarificationAsked", happenedOn: daysAgo(0) });
    expect(JSON.stringify(entry)).not.toContain("years");
  });

  it("RR-4: the days from asking to the answer, both among them, do not count", async () => {
    const receivedOn = daysAgo(12);
    const id = await idOf(receive(residents, { receivedOn }));
    await question(id, { on: daysAgo(10) });
    await answer(id, "clarification", daysAgo(3));
    expect(await dueOf(id)).toBe(rollForward(after(after(receivedOn, "P1M"), "P8D"), "england"));
  });

  it("RR-3: what shows who they are starts the month anew", async () => {
    const id = await idOf(receive(residents, { receivedOn: daysAgo(12), kind: "erasure" }));
    await question(id, { what: "identity", on: daysAgo(10) });
    await answer(id, "identity", daysAgo(2));
    expect(await dueOf(id)).toBe(due(daysAgo(2), "P1M"));
  });

  it("RR-6 T: a member who was signed in is not asked who they are", async () => {
    const id = await idOf(ask(residents, "access"));
    expect(await question(id, { what: "identity" })).toEqual(refused("identityKnown"));
    expect((await stored(id)).clockEvents).toEqual([]);
  });

  it("RR-7 T: a fee needs a ground, and an ordinary request has none", async () => {
    const id = await idOf(ask(residents, "access"));
    const what = "fee" as const;
    expect(await question(id, { what })).toMatchObject({ error: { code: "form.invalid" } });
    expect(await question(id, { what, feeGround: "ordinary" })).toMatchObject({ ok: false });
    expect(await question(id, { what, feeGround: "furtherCopies" })).toMatchObject({ ok: true });
    expect((await entriesOf(id)).at(-1)?.data).toMatchObject({ reasonCode: "furtherCopies" });
  });

  it("two officers at once: one asks, the other is told that it was asked", async () => {
    const id = await idOf(ask(residents, "access"));
    const both = await Promise.all([question(id), question(id)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both).toContainEqual(refused("askedAlready"));
    expect((await stored(id)).clockEvents).toHaveLength(1);
  });

  it("once the last day is over, asking brings nothing back", async () => {
    const id = await idOf(receive(residents, { receivedOn: daysAgo(60) }));
    expect(await question(id)).toEqual(refused("late"));
  });

  it("without an address for mails it is asked otherwise, on a day that is given", async () => {
    const id = await idOf(receive(residents, { replyTo: "12 Mill Street", receivedOn: daysAgo(5) }));
    expect(await question(id)).toEqual(refused("noAddress"));
    expect(await question(id, { on: daysAgo(1) })).toMatchObject({ ok: true });
    const days = (on: string) => question(id, { what: "authority", on });
    expect(await days("2999-01-01")).toMatchObject({ error: { code: "form.invalid" } });
    expect(await days(daysAgo(6))).toMatchObject({ error: { code: "form.invalid" } });
  });

  it("is answered once, not before it was asked, and only where it was", async () => {
    const id = await idOf(receive(residents, { receivedOn: daysAgo(9) }));
    expect(await answer(id, "fee", daysAgo(1))).toEqual(refused("notAsked"));
    await question(id, { on: daysAgo(4) });
    expect(await answer(id, "clarification", daysAgo(5))).toMatchObject({ ok: false });
    expect(await answer(id, "clarification", daysAgo(2))).toMatchObject({ ok: true });
    expect(await answer(id, "clarification", daysAgo(2))).toEqual(refused("notAsked"));
  });

  it("is for the data protection officer alone", async () => {
    const requestId = await idOf(ask(residents, "access"));
    const asked = { what: "fee", reason: "It is too much.", feeGround: "excessive", on: null } as const;
    for (const role of ["engagement", "admin", "auditor"] as const) {
      const actor = staffAs(residents, role);
      const result = await runUseCase(askPerson, actor, { panel: residents.panel, requestId, ...asked });
      expect(result).toMatchObject({ error: { code: "form.notPermitted" } });
    }
  });
});

describe("RR-5: two months more", () => {
  it("by a notice inside the first month: by mail, with the reasons", async () => {
    const id = await idOf(ask(residents, "access"));
    expect(await extend(id)).toMatchObject({ ok: true });
    expect(await dueOf(id)).toBe(due(daysAgo(0), "P3M"));
    expect((await mailsOf(id)).map(({ template }) => template)).toContain("request-extended");
    expect(await extend(id)).toEqual(refused("extendedAlready"));
  });

  it("T: not by one that is a day late", async () => {
    const id = await idOf(receive(residents, { receivedOn: daysAgo(60) }));
    expect(await extend(id)).toEqual(refused("extensionLate"));
    const dueOn = await dueOf(id);
    expect(await extend(id, after(dueOn, "P1D"))).toEqual(refused("extensionLate"));
    expect(await extend(id, dueOn)).toMatchObject({ ok: true });
    expect(await dueOf(id)).toBe(due(daysAgo(60), "P3M"));
  });

  it("not by a mail that did not go out: the page says so, and another notice makes it good", async () => {
    const id = await idOf(ask(residents, "access"));
    await extend(id);
    await fail(id, "request-extended");
    const viewer = { actor: dpo(), panel: residents.panel };
    const first = due(daysAgo(0), "P1M");
    expect((await getRequest(viewer, id))?.clock).toMatchObject({ extension: "notSent", dueOn: first });
    expect(await extend(id, daysAgo(0))).toMatchObject({ ok: true });
    expect((await getRequest(viewer, id))?.clock).toMatchObject({ extension: "valid" });
  });
});

it("what happened to a clock is evidence: it is never changed", async () => {
  const id = await idOf(ask(residents, "access"));
  await question(id);
  const change = database().requestClockEvent.updateMany({
    where: { requestId: id },
    data: { reason: "Other" },
  });
  await expect(change).rejects.toThrow();
});
