import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { advisoryLock, type HandOverLock } from "@/lib/messaging/hand-over-lock";
import type { Result } from "@/lib/result";
import { everyone, type MailingAudience } from "@/lib/schemas/audience";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { pauseMailing } from "@/lib/usecases/mailing/pause-mailing";
import { resumeMailing } from "@/lib/usecases/mailing/resume-mailing";
import type { MailingToSteer } from "@/lib/usecases/mailing/steer-mailing";
import { stopMailing } from "@/lib/usecases/mailing/stop-mailing";
import { runUseCase } from "@/lib/usecases/run";
import type { UseCase } from "@/lib/usecases/context";
import { engagementOf, makeFocusGroup, onlyAsks, onlyTells, viewOf } from "../support/activity";
import { arranged } from "../support/arranged";
import { inviteGuests } from "../support/guests";
import { makeMembers, makePanel, presetDocument } from "../support/panel";
import { until } from "../support/until";
import { finished, useMailWorker } from "./mail-worker";

const { client, sink, work } = useMailWorker();

async function scene(size: number) {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const emails = Array.from({ length: size }, (_, index) => `keep-${panel.panelId.slice(-6)}-${index}`);
  const members = await makeMembers(client, panel, { emails, purposes: ["research"] });
  const view = await viewOf(panel);
  const activityId = await makeFocusGroup(client, panel);
  const approve = async (audience: MailingAudience): Promise<string> => {
    const approved = await runUseCase(approveMailing, engagementOf(panel), {
      panel: view,
      activityId,
      audience,
      words: { subject: "About the focus group", opening: "" },
      review: audience.who === "members" || audience.who === "unanswered" ? onlyAsks : onlyTells,
      idempotencyKey: newId(),
    });
    if (!approved.ok) throw new Error(approved.error.code);
    return approved.value.mailingId;
  };
  const press = (useCase: UseCase<MailingToSteer, null>, mailingId: string): Promise<Result<null>> =>
    runUseCase(useCase, engagementOf(panel), { panel: view, mailingId });
  return { panel, members, activityId, approve, press };
}

/** Does something once, when a worker holds claims and has not handed anything over yet. */
function betweenClaimAndHandOver(
  act: () => Promise<unknown>,
): HandOverLock & { readonly done: () => boolean } {
  let acted = false;
  return {
    ...advisoryLock,
    done: () => acted,
    async tryLock(session, memberIds) {
      const locked = await advisoryLock.tryLock(session, memberIds);
      if (!acted) {
        await act();
        acted = true;
      }
      return locked;
    },
  };
}

async function statesOf(mailingId: string): Promise<Record<string, number>> {
  const rows = await database().delivery.groupBy({ by: ["state"], where: { mailingId }, _count: true });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
}

const takenOf = async (mailingId: string) => {
  const ids = (await database().delivery.findMany({ where: { mailingId }, select: { id: true } })).map(
    ({ id }) => id,
  );
  return sink
    .lines()
    .filter(({ what, messageId }) => what === "taken" && ids.some((id) => messageId?.startsWith(id)));
};

test("a pause is respected at once: what a worker has claimed and not handed over waits, and goes after all is resumed", async () => {
  const { approve, press } = await scene(30);
  const mailingId = await approve(everyone);
  const lock = betweenClaimAndHandOver(() => press(pauseMailing, mailingId));
  await work(lock);
  await until(
    "the claims come back",
    async () => lock.done() && (await statesOf(mailingId))["queued"] === 30,
  );
  expect(await takenOf(mailingId)).toHaveLength(0);
  expect(await press(pauseMailing, mailingId)).toMatchObject({ error: { code: "mailing.notSending" } });
  expect(await press(resumeMailing, mailingId)).toMatchObject({ ok: true });
  await finished(mailingId);
  expect(await statesOf(mailingId)).toEqual({ sent: 30 });
  expect(await takenOf(mailingId)).toHaveLength(30);
});

test("a mailing that was stopped for good sends nothing more, its books balance, and those it missed can be asked again", async () => {
  const { activityId, approve, press } = await scene(30);
  const mailingId = await approve(everyone);
  await work(betweenClaimAndHandOver(() => press(stopMailing, mailingId)));
  const mailing = await finished(mailingId);
  expect(mailing.state).toBe("cancelled");
  expect(mailing.matched).toBe(30);
  expect(await statesOf(mailingId)).toEqual({ suppressed: 30 });
  expect(await takenOf(mailingId)).toHaveLength(0);
  expect(await database().invitation.count({ where: { activityId } })).toBe(0);
  expect(await press(resumeMailing, mailingId)).toMatchObject({ error: { code: "mailing.notPaused" } });
  expect(await press(stopMailing, mailingId)).toMatchObject({ error: { code: "mailing.overAlready" } });
});

test("a mailing paused while it is spread out goes on spreading where it was", async () => {
  const { approve, press } = await scene(5);
  const mailingId = await approve(everyone);
  await press(pauseMailing, mailingId);
  await work();
  expect(await press(resumeMailing, mailingId)).toMatchObject({ ok: true });
  await finished(mailingId);
  expect(await statesOf(mailingId)).toEqual({ sent: 5 });
});

test("a reminder that is queued does not reach who says “not this one” before it leaves, and the reason is named", async () => {
  const { panel, members, activityId, approve } = await scene(3);
  await inviteGuests(client, panel, activityId, members, { answer: null });
  const [away, came] = members.map(({ id }) => id);
  const mailingId = await approve({ who: "unanswered" });
  const changeOfMind = async () => {
    await client.query("UPDATE invitation SET not_this_at = now() WHERE member_id = $1", [away]);
    await arranged(
      (tx) => tx.$executeRaw`
      INSERT INTO rsvp (organisation_id, invitation_id, session_id, answer, answered_at)
      SELECT i.organisation_id, i.id, s.id, 'accepted', now() FROM invitation i
      JOIN activity_session s ON s.activity_id = i.activity_id WHERE i.member_id = ${came}::uuid`,
    );
  };
  await work(betweenClaimAndHandOver(changeOfMind));
  await finished(mailingId);
  expect(await statesOf(mailingId)).toEqual({ sent: 1, suppressed: 2 });
  const refused = await database().gateDecision.findMany({
    where: { mailingId, phase: "handOver", outcome: "refused" },
    select: { memberId: true, code: true, facts: true },
  });
  expect(new Map(refused.map(({ memberId, code }) => [memberId, code]))).toEqual(
    new Map([
      [away, "invitation.notThis"],
      [came, "invitation.answered"],
    ]),
  );
  expect(refused[0]?.facts).toHaveProperty("invitation");
});

test("who is told of a change gets the new details, an entry for their calendar, and nothing to unsubscribe from", async () => {
  const { panel, members, activityId, approve } = await scene(1);
  await inviteGuests(client, panel, activityId, members, { answer: "accepted" });
  await client.query(
    "UPDATE activity_session SET moved_at = now(), place = 'Town hall' WHERE activity_id = $1",
    [activityId],
  );
  const mailingId = await approve({ who: "accepted" });
  await work();
  await finished(mailingId);
  const [taken] = await takenOf(mailingId);
  expect(taken?.content).toMatch(/Town hall/u);
  expect(taken?.content).toMatch(/text\/calendar/u);
  expect(taken?.content).not.toMatch(/^List-Unsubscribe:/mu);
  expect(await database().delivery.findFirst({ where: { mailingId } })).toMatchObject({ state: "sent" });
});
