import { expect, test } from "vitest";
import type { Actor } from "@/lib/policy/permission";
import { getPolicyDraft } from "@/lib/queries/policy/get-policy-draft";
import { getPolicyRegister } from "@/lib/queries/policy/get-policy-register";
import { getWhatChanged, hasUnseenChange } from "@/lib/queries/policy/get-what-changed";
import { getPolicyVersion, listPolicyVersions } from "@/lib/queries/policy/list-policy-versions";
import { getNoticeProgress, listUntold } from "@/lib/queries/policy/list-untold";
import { approveDraft } from "@/lib/usecases/policy/approve-draft";
import { expandNotices } from "@/lib/usecases/policy/expand-notices";
import { finishNotices } from "@/lib/usecases/policy/finish-notices";
import { recordSentNotices } from "@/lib/usecases/policy/record-sent-notices";
import { tellByLetter } from "@/lib/usecases/policy/tell-by-letter";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "../../support/arranged";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../../support/panel";
import { done, makeStaff, panelNow, submitted, withNewPurpose } from "../../support/policy";

const client = useClient(useDatabase());

const system = { kind: "system", name: "test" } as const;
const mailer = {
  key: "mailer",
  name: "A mailing company",
  role: "processor",
  whatFor: "Sends our letters.",
  where: "United Kingdom",
  agreementOn: "2026-01-01",
} as const;

type Scene = { panel: TestPanel; dpo: Actor; admin: Actor; members: readonly TestMember[] };

/** Three members, one with an address that bounces; a new purpose and a new recipient in force, the mails spread out. */
async function changed(): Promise<Scene> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const members = await makeMembers(client, panel, { emails: ["a", "b", "c"], purposes: [] });
  await client.query("UPDATE contact_point SET bounced_at = now() WHERE id = $1", [
    members[0]?.contactPointId,
  ]);
  const [dpo, admin] = [await makeStaff(client, panel, "dpo"), await makeStaff(client, panel, "admin")];
  const document = withNewPurpose(panel.document);
  await submitted(panel, dpo, { ...document, recipients: [...document.recipients, mailer] });
  const draft = await getPolicyDraft({ actor: dpo, panel: await panelNow(panel) });
  expect(draft).toMatchObject({ stage: "submitted", mayApprove: false, material: true });
  await done(runUseCase(approveDraft, admin, { panel: await panelNow(panel), revision: 2 }));
  while ((await done(runUseCase(expandNotices, system, { size: 10 }))) !== null);
  return { panel, dpo, admin, members };
}

async function viewer({ panel, dpo }: Scene) {
  return { actor: dpo, panel: await panelNow(panel) };
}

test("who waits, who was told and who needs a letter always add up, and what is new is held until all know", async () => {
  const made = await changed();
  const [bounced] = made.members;
  const view = await viewer(made);
  expect(await getNoticeProgress(view)).toMatchObject({ mail: 0, letter: 0, waiting: 2, untold: 1 });
  expect(await listUntold(view)).toMatchObject({
    rows: [{ id: bounced?.id, reason: "address.bounced" }],
    next: null,
  });
  const held = (await getPolicyRegister(view)).held;
  expect([...held].toSorted()).toEqual(["purposes.gardening", "recipients.mailer"]);
  expect(await hasUnseenChange(view.panel, bounced?.id ?? "")).toBe(true);
  await client.query(`UPDATE delivery SET state = 'sent', handing_over_at = now(), settled_at = now(),
    hand_over_decision_id = gate_decision_id WHERE state = 'queued'`);
  await arranged((tx) => tx.mailing.updateMany({ data: { state: "finished", finishedAt: new Date() } }));
  await done(runUseCase(recordSentNotices, system, { size: 10 }));
  expect(await getNoticeProgress(view)).toMatchObject({ mail: 2, waiting: 0, untold: 1 });
  const letters = { panel: view.panel, memberIds: [bounced?.id ?? ""], postedAt: new Date() };
  await done(runUseCase(tellByLetter, made.dpo, letters));
  await done(runUseCase(finishNotices, system, null));
  expect(await getNoticeProgress(view)).toMatchObject({ mail: 2, letter: 1, untold: 0 });
  expect((await getPolicyRegister(view)).held).toEqual(new Set());
  expect(await hasUnseenChange(view.panel, bounced?.id ?? "")).toBe(false);
});

test("the history names who had a hand in each version, what it changed and the notice made of it", async () => {
  const made = await changed();
  const view = await viewer(made);
  const [second, first] = await listPolicyVersions(view);
  expect(first).toMatchObject({ number: 1, submittedBy: null, approvedBy: null, noticeNumber: 1 });
  expect(second).toMatchObject({
    number: 2,
    editedBy: ["The dpo"],
    submittedBy: "The dpo",
    approvedBy: "The admin",
    change: "material",
    noticeNumber: 2,
  });
  const version = await getPolicyVersion(view, 2);
  expect(version?.changes.map(({ path }) => path)).toContain("purposes.gardening");
  expect(await getPolicyVersion(view, 3)).toBeNull();
  expect((await getPolicyRegister(view)).history.get("purposes.gardening")).toEqual([2]);
  expect((await getWhatChanged(view.panel, made.members[0]?.id ?? "")).changes.join(" ")).toContain(
    "Gardening days",
  );
});
