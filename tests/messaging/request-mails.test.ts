import { beforeEach, describe, expect, it } from "vitest";
import { database, pool } from "@/lib/db/client";
import { loadRecipients } from "@/lib/messaging/hand-over/recipient";
import { letters } from "@/lib/messaging/render/letters/letters";
import { NothingToSend } from "@/lib/messaging/render/letters/posting";
import { longDate } from "@/lib/messaging/render/words";
import type { RequestTemplate } from "@/lib/messaging/template";
import { askPerson } from "@/lib/usecases/rights-request/ask-person";
import { closeRequest, type RequestToClose } from "@/lib/usecases/rights-request/close-request";
import { extendRequest } from "@/lib/usecases/rights-request/extend-request";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "../support/arranged";
import { useDatabase } from "../support/database";
import { staffAs } from "../support/dpo";
import { makeResidents, type Residents } from "../support/resident";
import { ask, idOf, mailsOf, receive, stored } from "../support/rights-request";

useDatabase();
let residents: Residents;

beforeEach(async () => {
  residents = await makeResidents("connect", []);
});

/** The letter of the mail that was queued about a request, as a worker would write it; its words by part. */
async function letter(id: string, template: RequestTemplate) {
  const delivery = (await mailsOf(id)).find((mail) => mail.template === template);
  if (delivery === undefined) throw new Error("No letter was queued");
  const subjectIds = delivery.subjectIds as Record<string, string>;
  const posting = { ...delivery, deliveryId: delivery.id, template, subjectIds };
  const source = { db: database(), panel: residents.panel, posting, at: new Date() };
  const { parts, ...rest } = await letters[template](source);
  return { ...rest, said: parts.map((part) => ("words" in part ? part.words : "")).join("\n") };
}

/** Where the mail of this template goes. */
async function addressOf(id: string, template: RequestTemplate) {
  const delivery = (await mailsOf(id)).find((mail) => mail.template === template);
  if (delivery === undefined) throw new Error("No letter was queued");
  const recipients = await loadRecipients(pool(), [delivery]);
  return recipients.get(delivery.id)?.address;
}

const on = (requestId: string) => ({ panel: residents.panel, requestId });
const dpo = () => staffAs(residents, "dpo");

function close(requestId: string, changes: Partial<RequestToClose>) {
  const input = { ...on(requestId), outcome: "done", ground: null, reasons: "", ...changes } as const;
  return runUseCase(closeRequest, dpo(), input);
}

const dueOf = async (id: string) => longDate((await stored(id)).dueOn);

describe("who used a right is told", () => {
  it("at once: what they asked for, and the day of the answer", async () => {
    const id = await idOf(ask(residents, "access"));
    const { name, said } = await letter(id, "request-received");
    expect(name).toBe("Given0");
    expect(said).toContain("for a copy of what we hold about you");
    expect(said).toContain(`You have our answer by ${await dueOf(id)}.`);
  });

  it("who asks to be deleted: that nobody can write to them afterwards", async () => {
    const id = await idOf(ask(residents, "erasure"));
    expect((await letter(id, "request-received")).said).toContain("no address of yours");
    expect((await letter(await idOf(ask(residents, "access")), "request-received")).said).not.toContain(
      "no address",
    );
  });

  it("at their own address; somebody unknown at the one they gave, until it is emptied", async () => {
    const own = await idOf(ask(residents, "access"));
    expect(await addressOf(own, "request-received")).toMatch(/@/u);
    const id = await idOf(receive(residents));
    expect(await addressOf(id, "request-received")).toBe("neighbour@mail.example");
    await arranged(async (tx) =>
      tx.dataSubjectRequest.updateMany({ where: { id }, data: { replyTo: null } }),
    );
    expect(await addressOf(id, "request-received")).toBeNull();
  });

  it("somebody whom we do not know, without a name and without a page of theirs", async () => {
    const id = await idOf(receive(residents));
    const { name, said } = await letter(id, "request-received");
    expect([name, said.includes("A neighbour")]).toEqual([null, false]);
  });

  it("what is asked of them, in the officer's words, and what that does to the time", async () => {
    const id = await idOf(receive(residents));
    const question = { what: "clarification", reason: "Which years?", feeGround: null, on: null } as const;
    await runUseCase(askPerson, dpo(), { ...on(id), ...question });
    const { heading, said } = await letter(id, "request-asked");
    expect(heading).toBe("Please tell us more exactly what you want");
    for (const part of ["Which years?", "stands still"]) expect(said).toContain(part);
  });

  it("that it takes longer, until when and why", async () => {
    const id = await idOf(ask(residents, "access"));
    const reason = "There are eleven years of letters.";
    await runUseCase(extendRequest, dpo(), { ...on(id), reason, on: null });
    const { said } = await letter(id, "request-extended");
    for (const part of [reason, await dueOf(id)]) expect(said).toContain(part);
  });

  it("RR-7: of a refusal why, and how to complain to us, to the regulator of the day and to a court", async () => {
    const id = await idOf(ask(residents, "access"));
    const reasons = "You asked ninety times.\n\nNothing has changed since.";
    await close(id, { outcome: "refused", ground: "excessive", reasons });
    const { heading, said } = await letter(id, "request-closed");
    expect(heading).toBe("We cannot do what you asked");
    const { organisation, regulator } = residents.panel.document;
    for (const part of [
      ...["You asked ninety times.", "Nothing has changed since.", "section 164A", "ask a court"],
      ...[organisation.dpoEmail, regulator.at(-1)?.name ?? "?", regulator.at(-1)?.phone ?? "?"],
    ])
      expect(said).toContain(part);
  });

  it("of what was done, what the officer adds, and nothing about courts", async () => {
    const id = await idOf(ask(residents, "access"));
    await close(id, { reasons: "Your copy is in the post." });
    const { said } = await letter(id, "request-closed");
    expect(said).toContain("Your copy is in the post.");
    expect(said).not.toContain("court");
  });

  it("nothing, once their details are gone", async () => {
    const id = await idOf(ask(residents, "access"));
    const subjectIds = { rightsRequestId: id };
    const posting = { ...residents.panel, deliveryId: id, template: "request-closed" as const, subjectIds };
    const source = { db: database(), panel: residents.panel, at: new Date() };
    const nobody = { ...posting, memberId: null, joinRequestId: null, signInRequestId: null };
    await expect(letters["request-closed"]({ ...source, posting: nobody })).rejects.toThrow(NothingToSend);
  });
});
