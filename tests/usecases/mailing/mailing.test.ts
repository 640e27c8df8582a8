import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { getMailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import { listLeftOut, listLeftOutOfMailing } from "@/lib/queries/mailing/list-left-out";
import { everyone, type MailingAudience } from "@/lib/schemas/audience";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { finishMailing } from "@/lib/usecases/mailing/finish-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { sweep } from "@/lib/worker/sweep";
import { engagementOf, expandAll, makeFocusGroup, onlyAsks, viewOf } from "../../support/activity";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument, type TestPanel } from "../../support/panel";

const client = useClient(useDatabase());

const system = { kind: "system", name: "test" } as const;
const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

type Scene = { panel: TestPanel; view: PanelView; activityId: string };

/** Eight who said yes to invitations, three who never said anything; contact permission projected. */
async function scene(): Promise<Scene> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  await makeMembers(client, panel, { emails: names(8, "yes"), purposes: ["research"] });
  await makeMembers(client, panel, { emails: names(3, "silent"), purposes: [] });
  while ((await sweep()) > 0);
  return { panel, view: await viewOf(panel), activityId: await makeFocusGroup(client, panel) };
}

const words = { subject: "Would you like to come?", opening: "We would love to see you." };

function approve(
  { panel, view, activityId }: Scene,
  more: { idempotencyKey?: string; subject?: string; audience?: MailingAudience } = {},
) {
  return runUseCase(approveMailing, engagementOf(panel), {
    panel: view,
    activityId,
    audience: more.audience ?? everyone,
    words: { ...words, subject: more.subject ?? words.subject },
    review: onlyAsks,
    idempotencyKey: more.idempotencyKey ?? newId(),
  });
}

async function approved(made: Scene): Promise<string> {
  const result = await approve(made);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.mailingId;
}

const asked = (made: Scene) => ({
  activityId: made.activityId,
  purposeKey: "research",
  channel: "email" as const,
  audience: everyone,
});

test("the preview adds up, and the mailing leaves out exactly those whom the preview named", async () => {
  const made = await scene();
  const viewer = { actor: engagementOf(made.panel), panel: made.view };
  const preview = await countAudience({ panel: made.view, ...asked(made) });
  expect(preview).toEqual({
    matched: 11,
    willBeInvited: 8,
    leftOut: [{ code: "consent.missing", count: 3 }],
  });
  const named = await listLeftOut(viewer, { ...asked(made), code: "consent.missing" });
  const mailingId = await approved(made);
  await expandAll();
  const progress = await getMailingProgress(viewer, mailingId);
  expect(progress).toMatchObject({ state: "sending", matched: 11, leftOut: preview.leftOut });
  expect(progress?.deliveries.queued).toBe(8);
  expect(await listLeftOutOfMailing(viewer, { mailingId, code: "consent.missing" })).toEqual(named);
});

test("left-out members come in pages, each once", async () => {
  const made = await scene();
  const viewer = { actor: engagementOf(made.panel), panel: made.view };
  const first = await listLeftOut(viewer, { ...asked(made), code: "consent.missing", size: 2 });
  const second = await listLeftOut(viewer, {
    ...asked(made),
    code: "consent.missing",
    size: 2,
    after: first.next ?? "",
  });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ reference }) => reference)).size).toBe(3);
});

test("pressing Send fifty times at once makes one mailing", async () => {
  const made = await scene();
  const idempotencyKey = newId();
  const presses = await Promise.all(Array.from({ length: 50 }, () => approve(made, { idempotencyKey })));
  const ids = new Set(presses.map((press) => (press.ok ? press.value.mailingId : press.error.code)));
  expect(ids.size).toBe(1);
  expect(presses.filter((press) => press.ok && !press.value.repeated)).toHaveLength(1);
});

test("the same press with other words is refused, and the first mailing stays", async () => {
  const made = await scene();
  const idempotencyKey = newId();
  await approve(made, { idempotencyKey });
  expect(await approve(made, { idempotencyKey, subject: "Something else" })).toMatchObject({
    ok: false,
    error: { code: "mailing.keyReused" },
  });
});

test.each(["dpo", "auditor"] as const)("a %s cannot send", async (role) => {
  const made = await scene();
  const { organisationId, staffId, panelId } = made.panel;
  const actor = { kind: "staff", organisationId, staffId, grants: [{ panelId, role }] } as const;
  const refused = await runUseCase(approveMailing, actor, {
    panel: made.view,
    activityId: made.activityId,
    audience: everyone,
    words,
    review: onlyAsks,
    idempotencyKey: newId(),
  });
  expect(refused).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
});

test("three workers that spread out one mailing judge everyone once", async () => {
  const made = await scene();
  const mailingId = await approved(made);
  await Promise.all([expandAll(2), expandAll(2), expandAll(2)]);
  await expandAll(2);
  const decisions = await database().gateDecision.groupBy({
    by: ["memberId"],
    where: { mailingId, phase: "selection" },
    _count: true,
  });
  expect(decisions.map(({ _count }) => _count)).toEqual(Array.from({ length: 11 }, () => 1));
  expect(await database().invitation.count({ where: { activityId: made.activityId } })).toBe(8);
});

test("a delivery cannot exist without its decision", async () => {
  const made = await scene();
  const { organisationId, panelId } = made.panel;
  const row = {
    organisationId,
    id: newId(),
    panelId,
    template: "welcome",
    gateDecisionId: newId(),
    state: "queued" as const,
    queuedAt: new Date(),
  };
  await expect(database().delivery.create({ data: row })).rejects.toThrow();
});

test("a second mailing to the same activity does not ask anybody twice; a reminder asks those who have not answered", async () => {
  const made = await scene();
  await approved(made);
  await expandAll();
  expect((await countAudience({ panel: made.view, ...asked(made) })).willBeInvited).toBe(0);
  const [invitation] = await database().invitation.findMany({ where: { activityId: made.activityId } });
  await database().invitation.update({
    where: { organisationId_id: { organisationId: made.panel.organisationId, id: invitation?.id ?? "" } },
    data: { notThisAt: new Date() },
  });
  const reminder = await countAudience({ panel: made.view, ...asked(made), audience: { who: "unanswered" } });
  expect(reminder.willBeInvited).toBe(7);
});

test("no reminder goes within three days of the invitation, and its repeated press is the same reminder", async () => {
  const made = await scene();
  await approved(made);
  await expandAll();
  const reminder = { audience: { who: "unanswered" }, idempotencyKey: newId() } as const;
  expect(await approve(made, reminder)).toMatchObject({ error: { code: "mailing.reminderTooSoon" } });
  await client.query(
    "UPDATE mailing SET created_at = created_at - interval '3 days' WHERE activity_id = $1",
    [made.activityId],
  );
  expect(await approve(made, reminder)).toMatchObject({ ok: true, value: { repeated: false } });
  expect(await approve(made, reminder)).toMatchObject({ ok: true, value: { repeated: true } });
  expect(await approve(made, { ...reminder, idempotencyKey: newId() })).toMatchObject({
    error: { code: "mailing.reminderTooSoon" },
  });
});

test("a finished mailing leaves its books and the root of every outcome in the ledger", async () => {
  const made = await scene();
  const mailingId = await approved(made);
  await expandAll();
  expect(await runUseCase(finishMailing, system, null)).toMatchObject({
    ok: true,
    value: { finished: false },
  });
  await client.query(
    `UPDATE delivery SET state = 'failed', settled_at = now(), failure_code = 'test' WHERE mailing_id = $1`,
    [mailingId],
  );
  while ((await runUseCase(finishMailing, system, null)).ok) {
    if ((await database().mailing.count({ where: { id: mailingId, state: "finished" } })) === 1) break;
  }
  const { rows } = await client.query<{ data: Record<string, string> }>(
    `SELECT convert_from(bytes, 'utf8')::json->'data' AS data FROM ledger_entry
     WHERE event_type = 'mailing.finished' AND organisation_id = $1`,
    [made.panel.organisationId],
  );
  const deliveries = await database().delivery.findMany({ where: { mailingId }, orderBy: { id: "asc" } });
  const root = frontierRoot(
    deliveries.reduce<readonly Uint8Array[]>(
      (frontier, { id, state }, index) =>
        grownFrontier(frontier, BigInt(index), leafHash(Buffer.from(`${id} ${state}`))),
      [],
    ),
  ).toString("hex");
  expect(rows[0]?.data).toMatchObject({
    mailingId,
    matched: "11",
    failed: "8",
    sent: "0",
    leftOut: ["consent.missing=3"],
    outcomesRoot: root,
  });
});
