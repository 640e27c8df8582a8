import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { getMailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { approveToEveryone, engagementOf, expandAll, onlyAsks, viewOf } from "../../support/activity";
import { sql, useClient, useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument } from "../../support/panel";
import { until } from "../../support/until";

const held = useDatabase();
const client = useClient(held);

/** Three people who were invited to a focus group. */
async function invited() {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const emails = ["one", "two", "three"].map((name) => `${name}-${panel.panelId.slice(-6)}`);
  const members = await makeMembers(client, panel, { emails, purposes: ["research"] });
  const mailingId = await approveToEveryone(client, panel);
  await expandAll();
  return { panel, members, mailingId, view: await viewOf(panel), actor: engagementOf(panel) };
}

test("who is erased later stands apart in the books of a mailing, so that they add up", async () => {
  const { members, mailingId, view: panel, actor } = await invited();
  const books = async () => {
    const progress = await getMailingProgress({ actor, panel }, mailingId);
    return [progress?.matched, progress?.deliveries.queued, progress?.erased];
  };
  expect(await books()).toEqual([3, 3, 0]);
  const memberId = members[0]?.id ?? "";
  const erased = await runUseCase(eraseMember, staffAs({ panel }, "dpo"), {
    ...{ panel, memberId, reasonCode: "consentWithdrawn" as const },
  });
  expect(erased).toMatchObject({ ok: true });
  expect(await books()).toEqual([3, 2, 1]);
});

test("of two colleagues who remind people at the same moment the second is told that it is too soon", async () => {
  const { mailingId, view: panel, actor } = await invited();
  await client.query("UPDATE mailing SET created_at = created_at - interval '3 days' WHERE id = $1", [
    mailingId,
  ]);
  const { activityId } = await database().mailing.findFirstOrThrow({ where: { id: mailingId } });
  const reminder = () => ({
    ...{ panel, activityId: activityId ?? "", audience: { who: "unanswered" as const } },
    ...{ words: { subject: "Still time", opening: "" }, review: onlyAsks, idempotencyKey: newId() },
  });
  const { second } = await inTransaction(async (tx) => {
    const ctx = { tx, actor, at: new Date(), requestId: newId() };
    expect(await approveMailing(ctx, reminder())).toMatchObject({ ok: true });
    const pressed = runUseCase(approveMailing, actor, reminder());
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until("the second waits", async () => (await sql(held.superuserUrl, waiting)).length > 0);
    return { second: pressed };
  });
  expect(await second).toMatchObject({ ok: false, error: { code: "mailing.reminderTooSoon" } });
});
