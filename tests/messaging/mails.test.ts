import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSignInCode } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { advisoryLock } from "@/lib/messaging/hand-over-lock";
import { queueMessage, type Message } from "@/lib/messaging/queue-message";
import { messageTemplates, type MessageTemplate } from "@/lib/messaging/template";
import { startWorker } from "@/lib/worker/worker";
import { insertRows } from "@/prisma/seed/insert-rows";
import { makeRecipient } from "../ledger/checkpoint/signer";
import { approveToEveryone, makeFocusGroup } from "../support/activity";
import { useClient, useDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../support/panel";
import { makeAboutRequest } from "../support/rights-request-mails";
import { makeDecidedObjection, makeLiftedRestriction } from "../support/told";
import { until } from "../support/until";

const client = useClient(useDatabase());
const sink = useMailSink();
let panel: TestPanel;
let member: TestMember;
let stopWorker: () => Promise<void>;

beforeAll(async () => {
  process.env["SMTP_URL"] = sink.url;
  panel = await makePanel(client, presetDocument("customer-voices"));
  const [made] = await makeMembers(client, panel, { emails: ["keep-member"], purposes: ["research"] });
  if (made === undefined) throw new Error("No member was made");
  member = made;
  stopWorker = await startWorker(advisoryLock);
});
afterAll(async () => {
  await stopWorker();
  process.env["SMTP_URL"] = testEnvironment["SMTP_URL"];
});

function send(message: Omit<Message, "organisationId" | "panelId" | "purposeKey">): Promise<string> {
  const { organisationId, panelId } = panel;
  return inTransaction(async (tx) => {
    const ctx = { tx, actor: { kind: "system", name: "test" } as const, at: new Date(), requestId: "test" };
    const queued = await queueMessage(ctx, { organisationId, panelId, purposeKey: "membership", ...message });
    return queued.deliveryId;
  });
}

/** The mail of a delivery as the mail server took it. */
async function mailOf(deliveryId: string): Promise<Email> {
  const line = await until("the mail arrives", () =>
    sink.lines().find(({ what, messageId }) => what === "taken" && messageId?.startsWith(deliveryId)),
  );
  return PostalMime.parse(Buffer.from(line.content ?? "", "latin1"));
}

const at = Date.now();
const joinRequestId = newId();
const signInRequestId = newId();
const newPointId = newId();

/** An application of the member that was turned down. */
async function makeDecidedApplication(): Promise<string> {
  const { organisationId, panelId, staffId } = panel;
  const [roundId, id] = [newId(), newId()];
  const day = "2026-08-03";
  const dates = { opensOn: day, closesOn: day, decideBy: day, places: 5 };
  await insertRows(client, "application_round", [
    { organisationId, id: roundId, panelId, key: "one", ...dates },
  ]);
  await insertRows(client, "application", [
    {
      ...{ organisationId, id, roundId, memberId: member.id, submittedAt: at },
      ...{ outcome: "unsuccessful", reason: "More people applied than there are places." },
      ...{ reviewedBy: staffId, reviewedAt: at, decidedBy: staffId, decidedAt: at },
    },
  ]);
  return id;
}

/** What each mail needs to exist. Anything less is "nothing to send". */
async function arrange(): Promise<
  Record<MessageTemplate, Omit<Message, "organisationId" | "panelId" | "purposeKey">>
> {
  const { organisationId, panelId, privacyNoticeId } = panel;
  const day = 86_400_000;
  await makeLiftedRestriction(member, at);
  await insertRows(client, "join_request", [
    {
      organisationId,
      id: joinRequestId,
      panelId,
      draftTokenHash: joinRequestId,
      answers: { details: { email: "keep-joiner@mail.example" } },
      privacyNoticeId,
      noticeShownAt: at,
      submittedAt: at,
      expiresAt: at + day,
      createdAt: at,
    },
  ]);
  await insertRows(client, "sign_in_request", [
    {
      id: signInRequestId,
      audience: "member",
      panelId,
      organisationId,
      addressHash: "x",
      browserTokenHash: "y",
      attempts: 0,
      createdAt: at,
      expiresAt: at + 600_000,
    },
  ]);
  await insertRows(client, "contact_point", [
    {
      organisationId,
      id: newPointId,
      memberId: member.id,
      kind: "email",
      value: "keep-new@mail.example",
      normalised: "keep-new@mail.example",
      addressHash: "z",
      createdAt: at - 40 * day,
    },
  ]);
  const activityId = await makeFocusGroup(client, panel);
  const invitationId = newId();
  const session = await database().activitySession.findFirstOrThrow({ where: { activityId } });
  await insertRows(client, "invitation", [
    { organisationId, id: invitationId, activityId, memberId: member.id, invitedAt: at },
  ]);
  await insertRows(client, "rsvp", [
    { organisationId, invitationId, sessionId: session.id, answer: "accepted", answeredAt: at },
  ]);
  const applicationId = await makeDecidedApplication();
  const officerId = newId();
  const officer = { id: officerId, organisationId, email: "keep-officer@mail.example", name: "Officer" };
  await insertRows(client, "staff", [{ ...officer, endedAt: null, createdAt: at }]);
  // The mail server keeps what is sent to addresses that begin so.
  await client.query("UPDATE staff SET email = 'keep-' || email WHERE id = $1", [panel.staffId]);
  const toMember = { kind: "rightsReply", memberId: member.id } as const;
  return {
    "confirm-address": { template: "confirm-address", kind: "rightsReply", joinRequestId },
    "confirm-new-address": {
      ...toMember,
      template: "confirm-new-address",
      contactPointId: newPointId,
      subjectIds: { contactPointId: newPointId },
    },
    "address-changed": { ...toMember, template: "address-changed", contactPointId: member.contactPointId },
    "already-member": { ...toMember, template: "already-member" },
    "sign-in-code": {
      ...toMember,
      template: "sign-in-code",
      contactPointId: member.contactPointId,
      signInRequestId,
    },
    welcome: { ...toMember, template: "welcome" },
    "consent-receipt": { ...toMember, template: "consent-receipt" },
    "rsvp-confirmation": { ...toMember, template: "rsvp-confirmation", subjectIds: { invitationId } },
    "leave-confirmation": { ...toMember, template: "leave-confirmation" },
    "application-decided": { ...toMember, template: "application-decided", subjectIds: { applicationId } },
    "objection-decided": {
      ...{ ...toMember, template: "objection-decided" },
      subjectIds: { objectionOutcomeId: await makeDecidedObjection(client, panel, member, at) },
    },
    "restriction-lifting": { ...toMember, template: "restriction-lifting" },
    ...(await makeAboutRequest(client, panel, member, at)),
    "ledger-checkpoint": {
      ...{ template: "ledger-checkpoint", kind: "rightsReply" },
      subjectIds: await makeRecipient(panel, "keep-auditor@mail.example"),
    },
    "ledger-alarm": {
      ...{ template: "ledger-alarm", kind: "rightsReply" },
      subjectIds: { staffId: officerId, holds: ["altered", "differs"] },
    },
  };
}

test("every mail says who wrote, why it came and how to stop it, in text and in HTML, to one address", async () => {
  const messages = await arrange();
  const { legalName, contactEmail, contactPhone } = panel.document.organisation;
  // All are on their way before one is read: the worker looks for new ones once a second.
  const sent = await Promise.all(
    messageTemplates.map(async (template) => [template, await send(messages[template])] as const),
  );
  for (const [template, deliveryId] of sent) {
    const mail = await mailOf(deliveryId);
    const text = mail.text ?? "";
    expect({ template, to: mail.to?.length }).toEqual({ template, to: 1 });
    for (const part of [text, mail.html ?? ""]) {
      for (const said of [legalName, contactEmail, contactPhone, "Why you get this", "How to stop it"]) {
        expect({ template, says: part.includes(said), said }).toEqual({ template, says: true, said });
      }
    }
    expect(mail.subject).toBeTruthy();
    expect(text).not.toMatch(/undefined|null|\{\w+\}|\[object/);
    expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  }
});

test("a sign-in code is in the mail and, as a keyed hash, in its request; nowhere else", async () => {
  const id = newId();
  await insertRows(client, "sign_in_request", [
    {
      id,
      audience: "member",
      panelId: panel.panelId,
      organisationId: panel.organisationId,
      addressHash: "x",
      browserTokenHash: "y",
      attempts: 0,
      createdAt: at,
      expiresAt: Date.now() + 600_000,
    },
  ]);
  const deliveryId = await send({
    template: "sign-in-code",
    kind: "rightsReply",
    memberId: member.id,
    contactPointId: member.contactPointId,
    signInRequestId: id,
  });
  const mail = await mailOf(deliveryId);
  const code =
    /(\d{4}) (\d{4})/
      .exec(mail.text ?? "")
      ?.slice(1, 3)
      .join("") ?? "";
  const request = await database().signInRequest.findUniqueOrThrow({ where: { id } });
  expect(request.codeHash).toBe(hashSignInCode(id, code));
  const { rows } = await client.query(
    "SELECT 1 FROM delivery WHERE id = $1 AND to_jsonb(delivery)::text LIKE '%' || $2 || '%'",
    [deliveryId, code],
  );
  expect(rows).toHaveLength(0);
});

test("a rolled-back act leaves no mail, no decision and no wake-up", async () => {
  const count = async () =>
    (await client.query("SELECT (SELECT count(*) FROM delivery) + (SELECT count(*) FROM gate_decision) AS n"))
      .rows[0];
  // What the tests before sent is decided once more as it leaves.
  await until("all that was sent is settled", async () => {
    const open = "SELECT 1 FROM delivery WHERE state IN ('queued', 'claimed', 'handing_over')";
    return (await client.query(open)).rows.length === 0;
  });
  const before = await count();
  const { organisationId, panelId } = panel;
  const act = inTransaction(async (tx) => {
    const ctx = { tx, actor: { kind: "system", name: "test" } as const, at: new Date(), requestId: "test" };
    await queueMessage(ctx, {
      organisationId,
      panelId,
      purposeKey: "membership",
      template: "welcome",
      kind: "rightsReply",
      memberId: member.id,
    });
    throw new Error("something later fails");
  });
  await expect(act).rejects.toThrow("something later fails");
  expect(await count()).toEqual(before);
});

test("what the mail is about is gone: the delivery says so, and nothing is sent", async () => {
  const deliveryId = await send({ template: "confirm-address", kind: "rightsReply", joinRequestId: newId() });
  const settled = await until("it is settled", async () =>
    database()
      .delivery.findFirst({ where: { id: deliveryId, state: "failed" } })
      .then((row) => row ?? undefined),
  );
  expect(settled.failureCode).toBe("address.missing");
});

test("a mail of a mailing can be stopped by one click, and greets nobody else", async () => {
  const own = await makePanel(client, presetDocument("customer-voices"));
  const people = await makeMembers(client, own, {
    emails: ["keep-first", "keep-second"],
    purposes: ["research"],
  });
  await approveToEveryone(client, own);
  for (const [index, person] of people.entries()) {
    const line = await until("the invitation arrives", () =>
      sink.lines().find(({ what, recipient }) => what === "taken" && recipient === person.email),
    );
    const mail = await PostalMime.parse(Buffer.from(line.content ?? "", "latin1"));
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value;
    expect(header("list-unsubscribe")).toMatch(/^<http:\/\/localhost:3000\/api\/unsubscribe\/[\w.-]+>$/);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail.text).toContain(`Hello Given${index},`);
    expect(mail.text).not.toContain(`Given${1 - index}`);
    expect(mail.html).toContain(header("list-unsubscribe")?.slice(1, -1));
  }
});
