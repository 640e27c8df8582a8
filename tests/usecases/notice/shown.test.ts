import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { Actor } from "@/lib/policy/permission";
import { countNotShown, countShown } from "@/lib/queries/notice/count-shown";
import { exportRows, getExport } from "@/lib/queries/notice/get-export";
import { listNotShown } from "@/lib/queries/notice/list-not-shown";
import { listShown } from "@/lib/queries/notice/list-shown";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { recordExport } from "@/lib/usecases/notice/record-export";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "../../support/arranged";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../../support/panel";
import { done, makeStaff, panelNow } from "../../support/policy";

const client = useClient(useDatabase());

type Scene = {
  readonly panel: TestPanel;
  readonly viewer: Viewer;
  readonly members: readonly TestMember[];
  readonly easyReadId: string;
};

/** Five members who were shown version 1 while joining; version 1 is in Easy Read too, and version 2 is in force. */
async function scene(): Promise<Scene> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const emails = ["a", "b", "c", "d", "e"];
  const members = await makeMembers(client, panel, { emails, purposes: [] });
  const actor = await makeStaff(client, panel, "dpo");
  const text = { content: [], contentHash: "0".repeat(64), publishedAt: new Date() };
  const { organisationId, panelId, policyVersionId } = panel;
  const row = { organisationId, panelId, policyVersionId, ...text };
  const easyReadId = newId();
  const current = newId();
  const data = [
    { ...row, id: easyReadId, number: 1, language: "en", format: "easyRead" },
    { ...row, id: current, number: 2, language: "en", format: "standard" },
  ];
  await arranged((tx) => tx.privacyNotice.createMany({ data }));
  await database().panel.update({
    where: { organisationId_id: { organisationId, id: panelId } },
    data: { privacyNoticeId: current },
  });
  return { panel, viewer: { actor, panel: await panelNow(panel) }, members, easyReadId };
}

async function show(
  { panel }: Scene,
  member: TestMember | undefined,
  privacyNoticeId: string,
  format: string,
) {
  const { organisationId } = panel;
  const seen = { language: "en", format, place: "letter", shownAt: new Date(), recordedAt: new Date() };
  const data = { organisationId, id: newId(), memberId: member?.id ?? "", privacyNoticeId, ...seen };
  await arranged((tx) => tx.noticeShown.create({ data }));
}

describe("who was shown which notice", () => {
  test("is counted by version, edition and way, and the lines add up to the list", async () => {
    const made = await scene();
    await show(made, made.members[0], made.easyReadId, "easyRead");
    const counts = await countShown(made.viewer);
    expect(counts.map(({ number, format, place, times }) => [number, format, place, times])).toEqual([
      [1, "standard", "join", 5],
      [1, "easyRead", "letter", 1],
    ]);
    const { rows } = await listShown(made.viewer, {}, undefined);
    expect(rows).toHaveLength(counts.reduce((sum, { times }) => sum + times, 0));
  });

  test("pages by key: every line once, whatever the size of a page", async () => {
    const made = await scene();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listShown(made.viewer, {}, after, 2);
      seen.push(...page.rows.map(({ reference }) => reference ?? ""));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test.each([
    [{ version: 1 }, 6],
    [{ version: 2 }, 0],
    [{ how: "letter" }, 1],
    [{ version: 1, how: "join" }, 5],
    [{ how: "nowhere" }, 0],
  ] as const)("narrowed to %j: %i", async (filter, lines) => {
    const made = await scene();
    await show(made, made.members[0], made.easyReadId, "easyRead");
    expect((await listShown(made.viewer, filter, undefined)).rows).toHaveLength(lines);
  });

  test("shows nothing of another panel", async () => {
    const [one, other] = [await scene(), await scene()];
    expect((await listShown(one.viewer, {}, undefined)).rows).toHaveLength(5);
    expect(await countNotShown(other.viewer)).toBe(5);
  });
});

describe("who was not shown the notice in force", () => {
  test("is everyone until they were shown some text of it; whoever left is not asked after", async () => {
    const made = await scene();
    expect(await countNotShown(made.viewer)).toBe(5);
    const { organisationId, panelId, policyVersionId } = made.panel;
    const large = newId();
    const data = {
      ...{ organisationId, panelId, policyVersionId, id: large, number: 2, language: "en" },
      ...{ format: "largePrint", content: [], contentHash: "0".repeat(64), publishedAt: new Date() },
    };
    await arranged((tx) => tx.privacyNotice.create({ data }));
    await show(made, made.members[0], large, "largePrint");
    const left = made.members[1]?.id ?? "";
    const gone = { where: { organisationId_id: { organisationId, id: left } } };
    await arranged((tx) => tx.member.update({ ...gone, data: { state: "left", leftAt: new Date() } }));
    const { rows } = await listNotShown(made.viewer, undefined);
    expect(rows).toHaveLength(3);
    expect(await countNotShown(made.viewer)).toBe(3);
    expect(rows.map(({ newest }) => newest)).toEqual([1, 1, 1]);
  });

  test("pages by key", async () => {
    const made = await scene();
    const first = await listNotShown(made.viewer, undefined, 3);
    const second = await listNotShown(made.viewer, first.next ?? undefined, 3);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 2, null]);
  });
});

describe("taking a list out", () => {
  const asked = { list: "shown", reason: "audit", version: 1, how: "join" } as const;

  async function exported(made: Scene, actor: Actor = made.viewer.actor) {
    return runUseCase(recordExport, actor, { panel: made.viewer.panel, ...asked });
  }

  test("is recorded with who, what and why before the file can be had; the file is what was asked for", async () => {
    const made = await scene();
    const seq = await done(exported(made));
    const found = await getExport(made.viewer, seq, new Date());
    expect(found).toMatchObject({ list: "shown", version: 1, how: "join" });
    if (found === null) throw new Error("It was recorded");
    const rows = await exportRows(made.viewer, found);
    expect(rows).toHaveLength(5);
    expect(rows[0]?.slice(1, 5)).toEqual(["1", "en", "standard", "join"]);
  });

  test("is over after a quarter of an hour, and is nobody else's", async () => {
    const made = await scene();
    const seq = await done(exported(made));
    expect(await getExport(made.viewer, seq, new Date(Date.now() + 16 * 60_000))).toBeNull();
    const other = { ...made.viewer, actor: await makeStaff(client, made.panel, "admin") };
    expect(await getExport(other, seq, new Date())).toBeNull();
    expect(await getExport(made.viewer, seq + 1n, new Date())).toBeNull();
  });

  test.each(["auditor", "engagement"] as const)("is not for the role %s", async (role) => {
    const made = await scene();
    const result = await exported(made, await makeStaff(client, made.panel, role));
    expect(result).toMatchObject({ error: { code: "form.notPermitted" } });
  });
});
