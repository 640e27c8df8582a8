import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Actor } from "@/lib/policy/permission";
import { approveDraft } from "@/lib/usecases/policy/approve-draft";
import { beginDraft } from "@/lib/usecases/policy/begin-draft";
import { discardDraft } from "@/lib/usecases/policy/discard-draft";
import { editItem } from "@/lib/usecases/policy/edit-item";
import { recallDraft } from "@/lib/usecases/policy/recall-draft";
import { removeItem } from "@/lib/usecases/policy/remove-item";
import { returnDraft } from "@/lib/usecases/policy/return-draft";
import { submitDraft } from "@/lib/usecases/policy/submit-draft";
import { runUseCase } from "@/lib/usecases/run";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makePanel, presetDocument, type TestPanel } from "../../support/panel";
import { done, makeStaff, panelNow, submitted, typed, withNewPurpose } from "../../support/policy";

const client = useClient(useDatabase());

type Scene = { panel: TestPanel; dpo: Actor; admin: Actor };

async function scene(): Promise<Scene> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  return {
    panel,
    dpo: await makeStaff(client, panel, "dpo"),
    admin: await makeStaff(client, panel, "admin"),
  };
}

async function drafted(made: Scene): Promise<void> {
  await done(runUseCase(beginDraft, made.dpo, { panel: await panelNow(made.panel) }));
}

async function draftOf({ panel }: Scene) {
  return database().policyDraft.findFirst({ where: { panelId: panel.panelId, policyVersionId: null } });
}

async function edit(made: Scene, actor: Actor, revision: number, changes: Record<string, string>) {
  const panel = await panelNow(made.panel);
  const form = typed(made.panel.document, "purposes", "research", revision, changes);
  return runUseCase(editItem, actor, { panel, edit: form });
}

async function events({ panel }: Scene): Promise<string[]> {
  const entries = await database().ledgerEntry.findMany({
    where: { organisationId: panel.organisationId },
    orderBy: { seq: "asc" },
    select: { eventType: true },
  });
  return entries.map(({ eventType }) => eventType);
}

test("a panel has one draft, whoever presses and however often", async () => {
  const made = await scene();
  const panel = await panelNow(made.panel);
  const presses = await Promise.all(
    [made.dpo, made.admin, made.dpo].map((actor) => runUseCase(beginDraft, actor, { panel })),
  );
  const ids = presses.map((press) => (press.ok ? press.value.draftId : press.error.code));
  expect(new Set(ids).size).toBe(1);
  expect(await events(made)).toEqual(["policy.drafted"]);
});

test("an edit changes one item, leaves the rest, and leaves a line in the trail", async () => {
  const made = await scene();
  await drafted(made);
  await done(edit(made, made.dpo, 1, { name: "Studies and groups" }));
  const draft = await draftOf(made);
  expect(draft?.revision).toBe(2);
  const document = draft?.document as unknown as TestPanel["document"];
  const before = made.panel.document;
  expect(document.purposes.find(({ key }) => key === "research")).toEqual({
    ...before.purposes.find(({ key }) => key === "research"),
    name: "Studies and groups",
  });
  expect({ ...document, purposes: [] }).toEqual({ ...before, purposes: [] });
  expect(await events(made)).toEqual(["policy.drafted", "policy.edited"]);
});

test("an edit that began before the last save is refused, says who saved, and keeps theirs", async () => {
  const made = await scene();
  await drafted(made);
  await done(edit(made, made.admin, 1, { name: "The administrator's name" }));
  const late = await edit(made, made.dpo, 1, { name: "The officer's name" });
  expect(late).toMatchObject({ ok: false, error: { code: "policy.stale", params: { name: "The admin" } } });
  expect((await draftOf(made))?.revision).toBe(2);
  await done(edit(made, made.dpo, 2, { why: "Another reason." }));
});

test("an item that breaks the schema is refused at its field and nothing is kept", async () => {
  const made = await scene();
  await drafted(made);
  const refused = await edit(made, made.dpo, 1, { why: "", retentionRuleKey: "Not A Key" });
  expect(refused.ok ? null : Object.keys(refused.error.fields ?? {}).toSorted()).toEqual([
    "retentionRuleKey",
    "why",
  ]);
  expect((await draftOf(made))?.revision).toBe(1);
});

test("a new purpose takes a place that none ever had, and the same key twice is refused", async () => {
  const made = await scene();
  await drafted(made);
  const panel = await panelNow(made.panel);
  const changes = {
    ...typed(made.panel.document, "purposes", "research", 1, {}).typed,
    key: "gardening",
    name: "Gardening",
  } as Record<string, string>;
  const add = (revision: number, more: Record<string, string>) =>
    runUseCase(editItem, made.dpo, {
      panel,
      edit: { part: "purposes", item: "", revision, typed: { ...changes, ...more } },
    });
  expect(await done(add(1, {}))).toEqual({ item: "gardening" });
  const document = (await draftOf(made))?.document as unknown as TestPanel["document"];
  expect(document.purposes.at(-1)).toMatchObject({ key: "gardening", slot: 6 });
  expect(await add(2, {})).toMatchObject({ ok: false, error: { fields: { key: [expect.anything()] } } });
});

test("an item is taken out once; pressing again changes nothing", async () => {
  const made = await scene();
  await drafted(made);
  const panel = await panelNow(made.panel);
  const removal = { panel, part: "recipients" as const, item: "press", revision: 1 };
  await done(runUseCase(removeItem, made.dpo, removal));
  await done(runUseCase(removeItem, made.dpo, removal));
  expect((await draftOf(made))?.revision).toBe(2);
});

test("a draft that the linter refuses is not submitted", async () => {
  const made = await scene();
  await drafted(made);
  const panel = await panelNow(made.panel);
  await done(
    runUseCase(removeItem, made.dpo, { panel, part: "retentionRules", item: "study-details", revision: 1 }),
  );
  const submit = { panel, revision: 2, inForceOn: "2026-01-01", summary: "Less.", keptConsents: [] };
  expect(await runUseCase(submitDraft, made.dpo, submit)).toMatchObject({
    ok: false,
    error: { code: "policy.refusedByLinter" },
  });
  expect((await draftOf(made))?.submittedAt).toBeNull();
});

test("a draft that changes nothing is not submitted; discarded, it is gone", async () => {
  const made = await scene();
  await drafted(made);
  const panel = await panelNow(made.panel);
  const submit = { panel, revision: 1, inForceOn: "2026-01-01", summary: "", keptConsents: [] };
  expect(await runUseCase(submitDraft, made.dpo, submit)).toMatchObject({
    error: { code: "policy.nothingChanged" },
  });
  await done(runUseCase(discardDraft, made.dpo, { panel, revision: 1 }));
  expect(await draftOf(made)).toBeNull();
  expect((await events(made)).at(-1)).toBe("policy.discarded");
});

test("nobody approves a draft they edited or submitted, and nobody who may not approve at all", async () => {
  const made = await scene();
  await submitted(made.panel, made.dpo, withNewPurpose(made.panel.document));
  const panel = await panelNow(made.panel);
  const engagement = await makeStaff(client, made.panel, "engagement");
  expect(await runUseCase(approveDraft, made.dpo, { panel, revision: 2 })).toMatchObject({
    error: { code: "policy.ownWords" },
  });
  expect(await runUseCase(approveDraft, engagement, { panel, revision: 2 })).toMatchObject({
    error: { code: "form.notPermitted" },
  });
  expect(await runUseCase(approveDraft, made.admin, { panel, revision: 1 })).toMatchObject({
    error: { code: "policy.otherRevision" },
  });
  expect(await done(runUseCase(approveDraft, made.admin, { panel, revision: 2 }))).toEqual({ inForce: true });
});

test("who edited before somebody else submitted may not approve either", async () => {
  const made = await scene();
  await drafted(made);
  const panel = await panelNow(made.panel);
  await done(edit(made, made.admin, 1, { name: "Studies and groups" }));
  await done(
    runUseCase(submitDraft, made.dpo, {
      panel,
      revision: 2,
      inForceOn: "2026-01-01",
      summary: "",
      keptConsents: ["research"],
    }),
  );
  expect(await runUseCase(approveDraft, made.admin, { panel, revision: 2 })).toMatchObject({
    error: { code: "policy.ownWords" },
  });
});

test("a submitted draft cannot be edited; sent back or called back, it can", async () => {
  const made = await scene();
  const document = withNewPurpose(made.panel.document);
  await submitted(made.panel, made.dpo, document);
  const panel = await panelNow(made.panel);
  expect(await edit(made, made.dpo, 2, { name: "Late" })).toMatchObject({
    error: { code: "policy.submitted" },
  });
  await done(runUseCase(returnDraft, made.admin, { panel, reason: "Say where the gardens are." }));
  expect(await draftOf(made)).toMatchObject({
    submittedAt: null,
    returnedReason: "Say where the gardens are.",
  });
  await done(edit(made, made.dpo, 2, { why: "We ask you to studies. The gardens are at Mill Bank." }));
  await done(
    runUseCase(submitDraft, made.dpo, {
      panel,
      revision: 3,
      inForceOn: "2026-01-01",
      summary: "Gardens.",
      keptConsents: [],
    }),
  );
  await done(runUseCase(recallDraft, made.dpo, { panel }));
  expect((await events(made)).slice(-4)).toEqual([
    "policy.returned",
    "policy.edited",
    "policy.submitted",
    "policy.recalled",
  ]);
});
