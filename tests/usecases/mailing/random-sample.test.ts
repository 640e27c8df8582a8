import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { getMailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import type { Audience } from "@/lib/schemas/audience";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { sweep } from "@/lib/worker/sweep";
import { engagementOf, expandAll, makeFocusGroup, onlyAsks, viewOf } from "../../support/activity";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument } from "../../support/panel";

const client = useClient(useDatabase());

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Twenty who said yes to invitations, ten who did not, and a mailing to so many of them at random, spread out in parts. */
async function drawn(size: number, part = 4) {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const named = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`);
  await makeMembers(client, panel, { emails: named(20, "yes"), purposes: ["research"] });
  await makeMembers(client, panel, { emails: named(10, "silent"), purposes: [] });
  while ((await sweep()) > 0);
  const [view, activityId] = [await viewOf(panel), await makeFocusGroup(client, panel)];
  const audience: Audience = { who: "members", areas: [], tenures: [], interests: [], sample: { size } };
  const send = async () => {
    const approved = await runUseCase(approveMailing, engagementOf(panel), {
      ...{ panel: view, activityId, audience, review: onlyAsks, idempotencyKey: newId() },
      words: { subject: "Would you like to come?", opening: "" },
    });
    if (!approved.ok) throw new Error(approved.error.code);
    await expandAll(part);
    const progress = await getMailingProgress(
      { actor: engagementOf(panel), panel: view },
      approved.value.mailingId,
    );
    if (progress?.sample == null) throw new Error("No sample was drawn");
    return { ...progress, sample: progress.sample };
  };
  return { panel, activityId, send };
}

async function invitedTo(activityId: string): Promise<string[]> {
  const rows = await database().invitation.findMany({
    where: { activityId },
    select: { member: { select: { reference: true } } },
  });
  return rows.map(({ member }) => member.reference);
}

test("so many are asked as were wanted, in parts too, and everybody who was looked at has a decision", async () => {
  const { send } = await drawn(7);
  const mailing = await send();
  expect(mailing.deliveries.queued).toBe(7);
  expect(mailing.state).toBe("sending");
  const leftOut = mailing.leftOut.reduce((sum, { count }) => sum + count, 0);
  expect(mailing.matched).toBe(7 + leftOut);
  const decisions = await database().gateDecision.count({
    where: { mailingId: mailing.id, phase: "selection" },
  });
  expect(decisions).toBe(mailing.matched);
});

test("who has the seed can draw again: the invited are the lowest lots of those who may be asked", async () => {
  const { panel, activityId, send } = await drawn(7);
  const { sample } = await send();
  const all = await client.query<{ reference: string }>(
    `select m.reference from member m join contact_point c on c.organisation_id = m.organisation_id and c.member_id = m.id
     where m.panel_id = $1 and c.normalised like 'yes%'`,
    [panel.panelId],
  );
  const lots = all.rows
    .map(({ reference }) => ({ reference, lot: sha256(`${sample.seed}:${reference}`) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1));
  expect(lots).toHaveLength(20);
  expect((await invitedTo(activityId)).toSorted()).toEqual(
    lots
      .slice(0, 7)
      .map(({ reference }) => reference)
      .toSorted(),
  );
});

test("fewer who may be asked than are wanted: all of them are, and the others are left out by reason", async () => {
  const { send } = await drawn(25);
  const mailing = await send();
  expect(mailing).toMatchObject({ matched: 30, leftOut: [{ code: "consent.missing", count: 10 }] });
  expect(mailing.deliveries.queued).toBe(20);
});

test("a second sample draws anew among those who were not invited", async () => {
  const { activityId, send } = await drawn(6);
  const [first, second] = [await send(), await send()];
  expect(second.sample.seed).not.toBe(first.sample.seed);
  expect(new Set(await invitedTo(activityId)).size).toBe(12);
});

test("the ledger's audience hash is over the seed", async () => {
  const { panel, send } = await drawn(3);
  const mailing = await send();
  const kept = await database().mailing.findFirstOrThrow({
    where: { id: mailing.id },
    select: { audience: true },
  });
  expect(kept.audience).toMatchObject({ sample: mailing.sample });
  const entry = await client.query<{ data: { audienceHash: string } }>(
    `select (convert_from(bytes, 'UTF8')::jsonb) -> 'data' as data from ledger_entry
     where organisation_id = $1 and event_type = 'mailing.approved'`,
    [panel.organisationId],
  );
  expect(entry.rows[0]?.data.audienceHash).toBe(sha256(canonicalize(kept.audience) ?? ""));
});
