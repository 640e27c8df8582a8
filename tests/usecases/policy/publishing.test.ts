import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { Actor } from "@/lib/policy/permission";
import type { PolicyDocument } from "@/lib/policy/document";
import { verifyLedger } from "@/lib/ledger/verify";
import { approveDraft } from "@/lib/usecases/policy/approve-draft";
import { beginDraft } from "@/lib/usecases/policy/begin-draft";
import { hashOf } from "@/lib/usecases/policy/document-hash";
import { expandNotices } from "@/lib/usecases/policy/expand-notices";
import { finishNotices } from "@/lib/usecases/policy/finish-notices";
import { putInForce } from "@/lib/usecases/policy/put-in-force";
import { recallDraft } from "@/lib/usecases/policy/recall-draft";
import { recordSentNotices } from "@/lib/usecases/policy/record-sent-notices";
import { replaceDocument } from "@/lib/usecases/policy/replace-document";
import { seeWhatChanged } from "@/lib/usecases/policy/see-what-changed";
import { submitDraft } from "@/lib/usecases/policy/submit-draft";
import { tellByLetter } from "@/lib/usecases/policy/tell-by-letter";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runUseCase } from "@/lib/usecases/run";
import { judge } from "@/lib/messaging/judge";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { inTransaction } from "@/lib/db/transaction";
import { permissionRound } from "@/lib/worker/permission-rounds";
import { sweep } from "@/lib/worker/sweep";
import { arranged } from "../../support/arranged";
import { sql, useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../../support/panel";
import { done, makeStaff, panelNow, submitted, withNewPurpose } from "../../support/policy";

const database_ = useDatabase();
const client = useClient(database_);

const system = { kind: "system", name: "test" } as const;
const nextYear = new Date().getUTCFullYear() + 1;
const june = `${nextYear}-06-01`;

type Scene = { panel: TestPanel; dpo: Actor; admin: Actor; members: readonly TestMember[] };

async function scene(emails: readonly string[] = []): Promise<Scene> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const members = await makeMembers(client, panel, { emails, purposes: ["research"] });
  const [dpo, admin] = [await makeStaff(client, panel, "dpo"), await makeStaff(client, panel, "admin")];
  return { panel, dpo, admin, members };
}

/** A document submitted by the officer and approved by the administrator. */
async function approved(made: Scene, document: PolicyDocument, inForceOn?: string) {
  await submitted(made.panel, made.dpo, document, inForceOn);
  return done(runUseCase(approveDraft, made.admin, { panel: await panelNow(made.panel), revision: 2 }));
}

async function spreadOut(): Promise<void> {
  while ((await done(runUseCase(expandNotices, system, { size: 2 }))) !== null);
}

/** Hands over what is queued, as a worker that met no fault. */
async function send(mailingId: string): Promise<void> {
  await client.query(
    `UPDATE delivery SET state = 'sent', handing_over_at = now(), settled_at = now(),
       hand_over_decision_id = gate_decision_id WHERE mailing_id = $1 AND state = 'queued'`,
    [mailingId],
  );
}

const mailingsOf = ({ panel }: Scene) =>
  database().mailing.findMany({ where: { panelId: panel.panelId }, include: { deliveries: true } });

function memberOf({ panel: { organisationId, panelId }, members: [member] }: Scene): Actor {
  return { kind: "member", organisationId, panelId, memberId: member?.id ?? "" };
}

const shownTo = ({ panel }: Scene) =>
  database().noticeShown.findMany({
    where: { organisationId: panel.organisationId, place: { not: "join" } },
    orderBy: { recordedAt: "asc" },
  });

test("approved for today, the next version and its notice are in force at once, and never change again", async () => {
  const made = await scene();
  const document = withNewPurpose(made.panel.document);
  expect(await approved(made, document)).toEqual({ inForce: true });
  const view = await panelNow(made.panel);
  expect([view.policyNumber, view.privacyNoticeNumber]).toEqual([2, 2]);
  const version = await database().policyVersion.findFirstOrThrow({ where: { id: view.policyVersionId } });
  expect(version).toMatchObject({ number: 2, documentHash: hashOf(document), change: "material" });
  expect(version.draftedBy).not.toBe(version.approvedBy);
  const notice = await database().privacyNotice.findFirstOrThrow({ where: { id: view.privacyNoticeId } });
  expect(JSON.stringify(notice.content)).toContain("Gardening days");
  await expect(client.query("UPDATE policy_version SET number = 9")).rejects.toThrow();
  const verdict = await verifyLedger(made.panel.organisationId);
  expect(verdict.verdict).toBe("intact");
});

test("approved for a later day, it comes into force at that midnight in London and not before", async () => {
  const made = await scene();
  const document = withNewPurpose(made.panel.document);
  expect(await approved(made, document, june)).toEqual({ inForce: false });
  expect(await done(runUseCase(putInForce, system, null))).toEqual({ published: false });
  const draft = await database().policyDraft.findFirstOrThrow({ where: { panelId: made.panel.panelId } });
  // Summer time: the day begins in London at 23:00 UTC.
  expect(draft.inForceOn?.toISOString().slice(0, 10)).toBe(june);
  const putAt = (iso: string) =>
    inTransaction(async (tx) =>
      putInForce({ tx, actor: system, at: new Date(iso), requestId: newId() }, null),
    );
  expect(await done(putAt(`${nextYear}-05-31T22:59:59Z`))).toEqual({ published: false });
  expect(await done(putAt(`${nextYear}-05-31T23:00:00Z`))).toEqual({ published: true });
  expect((await panelNow(made.panel)).policyNumber).toBe(2);
});

test("until its day an approved draft can be called back, and then nothing comes into force", async () => {
  const made = await scene();
  await approved(made, withNewPurpose(made.panel.document), june);
  await done(runUseCase(recallDraft, made.dpo, { panel: await panelNow(made.panel) }));
  expect(await done(runUseCase(putInForce, system, null))).toEqual({ published: false });
  const again = await database().policyDraft.findFirstOrThrow({ where: { panelId: made.panel.panelId } });
  expect(again).toMatchObject({ approvedBy: null, submittedAt: null });
});

test("a material change queues exactly one message to each member, and its books add up", async () => {
  const made = await scene(["a", "b", "c", "d", "e"]);
  await client.query("UPDATE contact_point SET bounced_at = now() WHERE id = $1", [
    made.members[0]?.contactPointId,
  ]);
  await approved(made, withNewPurpose(made.panel.document));
  await spreadOut();
  await spreadOut();
  const [mailing, ...others] = await mailingsOf(made);
  expect(others).toEqual([]);
  expect(mailing).toMatchObject({
    kind: "service",
    matched: 5,
    leftOut: { "address.bounced": 1 },
    state: "sending",
  });
  expect(new Set(mailing?.deliveries.map(({ memberId }) => memberId)).size).toBe(4);
  expect(mailing?.deliveries).toHaveLength(4);
});

test("who was sent the notice is recorded as told, once; who was not waits for a letter", async () => {
  const made = await scene(["a", "b", "c"]);
  const [first] = made.members;
  await client.query("UPDATE contact_point SET bounced_at = now() WHERE id = $1", [first?.contactPointId]);
  await approved(made, withNewPurpose(made.panel.document));
  await spreadOut();
  const [mailing] = await mailingsOf(made);
  if (mailing === undefined || first === undefined) throw new Error("There is a mailing");
  expect(await done(runUseCase(recordSentNotices, system, { size: 10 }))).toEqual({ told: 0 });
  await send(mailing.id);
  expect(await done(runUseCase(recordSentNotices, system, { size: 10 }))).toEqual({ told: 2 });
  expect(await done(runUseCase(recordSentNotices, system, { size: 10 }))).toEqual({ told: 0 });
  expect((await shownTo(made)).map(({ place }) => place)).toEqual(["mail", "mail"]);
  const finished = { state: "finished", finishedAt: new Date() } as const;
  await arranged((tx) => tx.mailing.updateMany({ where: { id: mailing.id }, data: finished }));
  expect(await done(runUseCase(finishNotices, system, null))).toEqual({ finished: false });
  const letters = { panel: await panelNow(made.panel), memberIds: [first.id], postedAt: new Date() };
  expect(await done(runUseCase(tellByLetter, made.dpo, letters))).toEqual({ told: 1 });
  expect(await done(runUseCase(tellByLetter, made.dpo, letters))).toEqual({ told: 0 });
  expect(await done(runUseCase(finishNotices, system, null))).toEqual({ finished: true });
});

test("a member who reads what changed on their page is told, and gets no mail after that", async () => {
  const made = await scene(["a", "b"]);
  await approved(made, withNewPurpose(made.panel.document));
  const panel = await panelNow(made.panel);
  await done(runUseCase(seeWhatChanged, memberOf(made), { panel }));
  await done(runUseCase(seeWhatChanged, memberOf(made), { panel }));
  expect((await shownTo(made)).map(({ place }) => place)).toEqual(["whatChanged"]);
  await spreadOut();
  expect((await mailingsOf(made))[0]).toMatchObject({ matched: 1 });
});

test("a minor change tells nobody by mail", async () => {
  const made = await scene(["a"]);
  const { document } = made.panel;
  await approved(made, { ...document, promises: [...document.promises, "We answer letters within a week."] });
  const view = await panelNow(made.panel);
  const version = await database().policyVersion.findFirstOrThrow({ where: { id: view.policyVersionId } });
  expect(version.change).toBe("minor");
  expect(await mailingsOf(made)).toEqual([]);
  expect(await database().noticeDue.count({ where: { policyVersionId: version.id } })).toBe(0);
});

test("a material change without plain words for members is not submitted", async () => {
  const made = await scene();
  const panel = await panelNow(made.panel);
  await done(runUseCase(beginDraft, made.dpo, { panel }));
  const document = withNewPurpose(made.panel.document);
  await done(runUseCase(replaceDocument, made.dpo, { panel, document, revision: 1 }));
  const submit = { panel, revision: 2, inForceOn: "2026-01-01", summary: "", keptConsents: [] };
  expect(await runUseCase(submitDraft, made.dpo, submit)).toMatchObject({
    error: { fields: { summary: [{ code: "policySummary.missing" }] } },
  });
});

test("the next draft may not take the place of an ended purpose", async () => {
  const made = await scene();
  const { document } = made.panel;
  const taken = { ...withNewPurpose(document) };
  const purposes = taken.purposes.map((each) => (each.key === "gardening" ? { ...each, slot: 1 } : each));
  const without = purposes.filter(({ key }) => key !== "research");
  const fields = taken.fields.map((field) => ({
    ...field,
    purposes: field.purposes.filter((key) => key !== "research"),
  }));
  await expect(submitted(made.panel, made.dpo, { ...taken, purposes: without, fields })).rejects.toThrow(
    "policy.refusedByLinter",
  );
});

const researchOf = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  purposes: document.purposes.map((purpose) =>
    purpose.key === "research"
      ? { ...purpose, activityKinds: [...purpose.activityKinds, "prizeDraw" as const] }
      : purpose,
  ),
});

/** What the gate says about an e-mail under a purpose to the only member. */
async function gate(made: Scene, purposeKey: string): Promise<string> {
  const memberId = made.members[0]?.id ?? "";
  const { organisationId } = made.panel;
  const facts = (await loadMemberFacts(organisationId, [memberId])).get(memberId) ?? null;
  const request = {
    kind: "service",
    purposeKey,
    channel: "email",
    contentReviewed: true,
    countsAsApproach: false,
  } as const;
  const { document } = await panelNow(made.panel);
  return judge(document, request, facts, new Date()).decision.code;
}

test("what is new is held for a person until their own notice was sent; what is not new goes on", async () => {
  const made = await scene(["a"]);
  await approved(made, withNewPurpose(made.panel.document));
  expect(await gate(made, "gardening")).toBe("member.noticeNotShown");
  expect(await gate(made, "membership")).toBe("permitted");
  await spreadOut();
  expect(await gate(made, "gardening")).toBe("member.noticeNotShown");
  const [mailing] = await mailingsOf(made);
  await send(mailing?.id ?? "");
  await done(runUseCase(recordSentNotices, system, { size: 10 }));
  expect(await gate(made, "gardening")).toBe("consent.missing");
});

test("a consent is not stretched: where its purpose grew, the old yes has ended and can be given again", async () => {
  const made = await scene(["a"]);
  await approved(made, researchOf(made.panel.document));
  await done(runUseCase(seeWhatChanged, memberOf(made), { panel: await panelNow(made.panel) }));
  expect(await gate(made, "research")).toBe("consent.expired");
  const panel = await panelNow(made.panel);
  const answer = {
    purposeKey: "research",
    channel: "email",
    answer: "yes",
    wording: "May we e-mail you?",
  } as const;
  expect(await done(runUseCase(changeChoices, memberOf(made), { panel, answers: [answer] }))).toMatchObject({
    changed: 1,
  });
  expect(await gate(made, "research")).toBe("permitted");
});

test("contact permission follows: after the change workers decide everyone again", async () => {
  const made = await scene(["a"]);
  while ((await sweep()) > 0);
  await approved(made, researchOf(made.panel.document));
  while ((await permissionRound()) > 0);
  const [row] = await sql<{ policy_number: number }>(
    database_.appUrl,
    "SELECT policy_number FROM contact_permission WHERE member_id = $1",
    [made.members[0]?.id],
  );
  expect(row?.policy_number).toBe(2);
});
