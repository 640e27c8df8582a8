import { expect, test } from "vitest";
import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policy/permission";
import type { AccountabilityRecord, PolicyDocument } from "@/lib/policy/document";
import { isPermitted, slotOf } from "@/lib/policy/permission-slots";
import { getAssessment } from "@/lib/queries/accountability/get-assessment";
import { listAssessments } from "@/lib/queries/accountability/list-assessments";
import { getPanelBySlug } from "@/lib/queries/panel/get-panel";
import type { ReviewToRecord } from "@/lib/schemas/review";
import { recordReview } from "@/lib/usecases/accountability/record-review";
import { projectPermission } from "@/lib/usecases/consent/project-permission";
import { walkPermission } from "@/lib/usecases/permission/walk-permission";
import { refusedByLinter } from "@/lib/usecases/policy/refused-by-linter";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useClient, useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../../support/panel";
import { done, makeStaff, panelNow } from "../../support/policy";

const database_ = useDatabase();
const client = useClient(database_);

const lia: AccountabilityRecord = {
  key: "lia-post",
  kind: "lia",
  title: "Letters about research",
  ownerRole: "Data protection officer",
  approvedOn: dayFromToday(-400),
  reviewOn: dayFromToday(-10),
};

/** A panel whose letters about research rest on an assessment that is ten days past its review. */
function resting(document: PolicyDocument): PolicyDocument {
  return {
    ...document,
    organisation: { ...document.organisation, publicAuthority: false },
    accountability: [...document.accountability, lia],
    purposes: document.purposes.map((purpose) =>
      purpose.key === "research"
        ? {
            ...purpose,
            ...{ lawfulBasis: "legitimateInterests", liaKey: lia.key, channels: ["inApp"] },
            ...{ promisedConsent: [], withinPublicTask: false },
          }
        : purpose,
    ),
  };
}

type Scene = { readonly panel: TestPanel; readonly dpo: Actor; readonly members: readonly TestMember[] };

async function scene(): Promise<Scene> {
  const panel = await makePanel(client, resting(presetDocument("customer-voices")));
  const members = await makeMembers(client, panel, { emails: ["a", "b"], purposes: [] });
  const view = await panelNow(panel);
  const ids = members.map(({ id }) => id);
  await inTransaction((tx) => projectPermission(tx, view, ids, new Date()));
  return { panel, dpo: await makeStaff(client, panel, "dpo"), members };
}

function review(changes: Partial<ReviewToRecord> = {}): ReviewToRecord {
  return {
    ...{
      key: lia.key,
      kind: "lia",
      number: 0,
      title: "Letters, looked at again",
      ownerRole: "Head of engagement",
    },
    content: {
      purpose: "To hear from residents.",
      necessity: "Nothing less works.",
      balance: "They can say no.",
    },
    ...{ approvedOn: dayFromToday(-1), reviewOn: dayFromToday(364) },
    ...changes,
  };
}

async function record({ panel, dpo }: Scene, changes: Partial<ReviewToRecord> = {}, actor: Actor = dpo) {
  return runUseCase(recordReview, actor, { panel: await panelNow(panel), review: review(changes) });
}

async function permittedNow({ panel, members }: Scene): Promise<readonly boolean[]> {
  const { document } = await panelNow(panel);
  const slot = document.purposes.find(({ key }) => key === "research")?.slot ?? -1;
  const rows = await database().contactPermission.findMany({
    where: { organisationId: panel.organisationId, memberId: { in: members.map(({ id }) => id) } },
  });
  return rows.map(({ permitted }) => isPermitted(permitted, slotOf(slot, "inApp")));
}

const worker = { kind: "system", name: "test" } as const;

/** Does what workers do about who may be contacted, until nothing is open. */
async function settled(): Promise<void> {
  for (;;) {
    const walked = await done(runUseCase(walkPermission, worker, { size: 10 }));
    if (walked === null) return;
  }
}

test("AC-2: what rests on an overdue assessment is paused; a recorded review lets it go on for everyone", async () => {
  const made = await scene();
  expect(await permittedNow(made)).toEqual([false, false]);
  await done(record(made));
  await settled();
  expect(await permittedNow(made)).toEqual([true, true]);
});

test("pages that read the panel by its address see a review at once", async () => {
  const { panel, dpo } = await scene();
  const view = await panelNow(panel);
  const approvedOn = async () =>
    (await getPanelBySlug(view.slug))?.document.accountability.find(({ key }) => key === lia.key)?.approvedOn;
  expect(await approvedOn()).toBe(lia.approvedOn);
  await done(runUseCase(recordReview, dpo, { panel: view, review: review() }));
  expect(await approvedOn()).toBe(dayFromToday(-1));
});

test("a review while everyone is being decided again begins at the beginning: nobody keeps the day before", async () => {
  const made = await scene();
  await done(record(made));
  await done(runUseCase(walkPermission, worker, { size: 1 }));
  await done(record(made, { number: 1, approvedOn: dayFromToday(-20), reviewOn: dayFromToday(-5) }));
  await settled();
  expect(await permittedNow(made)).toEqual([false, false]);
});

test("AC-2: a review that sets an earlier day pauses again once that day is over", async () => {
  const made = await scene();
  await done(record(made));
  await done(record(made, { number: 1, approvedOn: dayFromToday(-1), reviewOn: dayFromToday(0) }));
  await settled();
  const [row] = await database().contactPermission.findMany({ where: { panelId: made.panel.panelId } });
  expect(row?.validUntil).not.toBeNull();
  expect(londonDate(new Date((row?.validUntil?.getTime() ?? 0) - 1))).toBe(dayFromToday(0));
});

test("a review is the next number under its key, the earlier ones stay, and the newest counts everywhere", async () => {
  const made = await scene();
  await done(record(made));
  await done(record(made, { number: 1, title: "Third look", reviewOn: dayFromToday(200) }));
  const panel = await panelNow(made.panel);
  const viewer = { actor: made.dpo, panel };
  const assessment = await getAssessment(viewer, lia.key);
  expect(assessment?.reviews.map(({ number, title }) => [number, title])).toEqual([
    [2, "Third look"],
    [1, "Letters, looked at again"],
  ]);
  expect(assessment?.record).toMatchObject({
    title: "Third look",
    reviewOn: dayFromToday(200),
    status: "inForce",
  });
  expect(panel.document.accountability.find(({ key }) => key === lia.key)?.reviewOn).toBe(dayFromToday(200));
});

test("the list has what is overdue first, and what rests on it", async () => {
  const made = await scene();
  const viewer = { actor: made.dpo, panel: await panelNow(made.panel) };
  const [first] = await listAssessments(viewer, new Date());
  expect(first).toMatchObject({ state: "overdue", record: { key: lia.key }, messagesPerDay: 0 });
  expect(first?.purposes).toHaveLength(1);
});

test("it is in the trail, by its hash and never by its words", async () => {
  const made = await scene();
  await done(record(made));
  const [entry] = await sql<{ bytes: Buffer }>(
    database_.appUrl,
    "SELECT bytes FROM ledger_entry WHERE organisation_id = $1 AND event_type = 'accountability.reviewed'",
    [made.panel.organisationId],
  );
  const words = entry?.bytes.toString() ?? "";
  expect(words).toContain('"contentHash"');
  expect(words).toContain(lia.key);
  expect(words).not.toContain("Nothing less");
});

test.each([
  ["an assessment that the policy does not name", { key: "other" }, "accountability.notNamed"],
  ["another kind under the same key", { kind: "dpia" as const }, "accountability.notNamed"],
  ["a form from before another review", { number: 3 }, "accountability.reviewedMeanwhile"],
  ["an approval in the future", { approvedOn: dayFromToday(2) }, "form.invalid"],
])("refused and nothing kept: %s", async (_name, changes, code) => {
  const made = await scene();
  expect(await record(made, changes)).toMatchObject({ ok: false, error: { code } });
  expect((await panelNow(made.panel)).document.accountability.at(-1)).toEqual(lia);
  expect(await database().accountabilityRecord.count({ where: { panelId: made.panel.panelId } })).toBe(0);
});

test("two people at once: one review is recorded, the other is told", async () => {
  const made = await scene();
  const results = await Promise.all([record(made), record(made)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({
    error: { code: "accountability.reviewedMeanwhile" },
  });
});

test("the linter asks no draft for a review that was recorded since", async () => {
  const made = await scene();
  const { document } = made.panel;
  const aboutIt = async () => {
    const panel = await panelNow(made.panel);
    const findings = await inTransaction((tx) => refusedByLinter(tx, panel, document, dayFromToday(0)));
    return findings.filter(({ path }) => path.includes("liaKey"));
  };
  expect(await aboutIt()).not.toEqual([]);
  await done(record(made));
  expect(await aboutIt()).toEqual([]);
});

test.each(["engagement", "auditor"] as const)("reviews are not recorded by the role %s", async (role) => {
  const made = await scene();
  const result = await record(made, {}, await makeStaff(client, made.panel, role));
  expect(result).toMatchObject({ error: { code: "form.notPermitted" } });
});

test("a recorded review never changes, whoever tries", async () => {
  const made = await scene();
  await done(record(made));
  const change = sql(database_.ownerUrl, "UPDATE accountability_record SET review_on = '2099-01-01'");
  await expect(change).rejects.toThrow(/append-only/u);
});
