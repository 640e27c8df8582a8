import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/id";
import { openHold } from "@/lib/ledger/hold";
import { finishMailing } from "@/lib/usecases/mailing/finish-mailing";
import { approveDraft } from "@/lib/usecases/policy/approve-draft";
import { putInForce } from "@/lib/usecases/policy/put-in-force";
import { recordSentNotices } from "@/lib/usecases/policy/record-sent-notices";
import { beginRuns } from "@/lib/usecases/permission/begin-runs";
import { walkPermission } from "@/lib/usecases/permission/walk-permission";
import { runUseCase } from "@/lib/usecases/run";
import { policyRound } from "@/lib/worker/policy-rounds";
import { sweep } from "@/lib/worker/sweep";
import { approveToEveryone, expandAll } from "../support/activity";
import { useClient, useDatabase } from "../support/database";
import "../support/environment";
import { makeMembers, makePanel, presetDocument, type TestPanel } from "../support/panel";
import { done, makeStaff, panelNow, submitted, withNewPurpose } from "../support/policy";

// What a worker takes up by itself is taken for all organisations, the oldest first. One whose ledger is behind takes no
// entry: its turn must not come again and again while everybody else waits.

const client = useClient(useDatabase());
const system = { kind: "system", name: "test" } as const;
const nextYear = new Date().getUTCFullYear() + 1;

async function panelWithMember(): Promise<TestPanel> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  await makeMembers(client, panel, { emails: ["one"], purposes: ["research"] });
  while ((await sweep()) > 0);
  return panel;
}

/** The same happens in two organisations, one after the other; then the first one's ledger is behind. */
async function twice(
  happens: (panel: TestPanel) => Promise<unknown>,
): Promise<readonly [TestPanel, TestPanel]> {
  const [first, second] = [await panelWithMember(), await panelWithMember()];
  await happens(first);
  await happens(second);
  await openHold(first.organisationId, "behind", { publishedSize: "9" });
  return [first, second];
}

async function changePolicy(panel: TestPanel, inForceOn?: string): Promise<void> {
  const [dpo, admin] = [await makeStaff(client, panel, "dpo"), await makeStaff(client, panel, "admin")];
  await submitted(panel, dpo, withNewPurpose(panel.document), inForceOn);
  await done(runUseCase(approveDraft, admin, { panel: await panelNow(panel), revision: 2 }));
}

const walk = async () => done(runUseCase(walkPermission, system, { size: 10 }));

const settled = (template: string, state: "sent" | "failed") =>
  client.query(
    `UPDATE delivery SET state = $2::delivery_state, handing_over_at = now(), settled_at = now(),
       failure_code = CASE WHEN $2 = 'failed' THEN 'test' END, hand_over_decision_id = gate_decision_id
     WHERE template = $1 AND state = 'queued'`,
    [template, state],
  );

describe("while one organisation's ledger is behind, another's", () => {
  it("approved policy comes into force", async () => {
    const [behind, other] = await twice((panel) => changePolicy(panel, `${nextYear}-06-01`));
    const at = new Date(`${nextYear}-06-01T12:00:00Z`);
    const ctx = { actor: system, at, requestId: newId() };
    expect(await done(inTransaction((tx) => putInForce({ tx, ...ctx }, null)))).toEqual({ published: true });
    expect(await done(inTransaction((tx) => putInForce({ tx, ...ctx }, null)))).toEqual({ published: false });
    expect([(await panelNow(behind)).policyNumber, (await panelNow(other)).policyNumber]).toEqual([1, 2]);
  });

  it("members are recorded as told of a change, and what they may be sent is looked at anew", async () => {
    const [behind, other] = await twice(async (panel) => {
      await changePolicy(panel);
      while ((await policyRound()) > 0);
      await settled("policy-changed", "sent");
    });
    expect(await done(runUseCase(recordSentNotices, system, { size: 10 }))).toEqual({ told: 1 });
    expect(await done(runUseCase(recordSentNotices, system, { size: 10 }))).toEqual({ told: 0 });
    await done(runUseCase(beginRuns, system, null));
    const walked: string[] = [];
    for (let part = await walk(); part !== null; part = await walk()) walked.push(part.panelId);
    expect(walked).toContain(other.panelId);
    expect(walked).not.toContain(behind.panelId);
  });

  it("mailing is finished", async () => {
    const [behind, other] = await twice(async (panel) => {
      await approveToEveryone(client, panel);
      await expandAll();
      await settled("focus-group-invitation", "failed");
    });
    while ((await done(runUseCase(finishMailing, system, null))).finished);
    const states = await Promise.all(
      [behind, other].map(({ panelId }) => database().mailing.findFirstOrThrow({ where: { panelId } })),
    );
    expect(states.map(({ state }) => state)).toEqual(["sending", "finished"]);
  });
});
