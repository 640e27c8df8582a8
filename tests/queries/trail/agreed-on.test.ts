import { beforeAll, describe, expect, it } from "vitest";
import { londonDate } from "@/lib/clock";
import type { Actor } from "@/lib/policy/permission";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { getAgreedOn } from "@/lib/queries/trail/get-agreed-on";
import { ok } from "@/lib/result";
import { recordDecisions, type Choice } from "@/lib/usecases/consent/record-decisions";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../../support/database";
import { staffAs } from "../../support/dpo";
import type { TestMember } from "../../support/panel";
import { makeResidents } from "../../support/resident";

const held = useDatabase();
const words = "May we ask you to take part in studies by e-mail?";
let viewer: Viewer;
let member: TestMember;
let purposeKey: string;

async function decide(decision: Choice["decision"], effectiveAt: Date, wording: string) {
  const { panel } = viewer;
  const actor: Actor = {
    kind: "member",
    organisationId: panel.organisationId,
    panelId: panel.id,
    memberId: member.id,
  };
  const choices = [{ purposeKey, channel: "email", decision, wording }] as const;
  const input = { panel, member, choices, method: "web", noticeShownId: null, effectiveAt } as const;
  await runUseCase(async (ctx) => ok(await recordDecisions(ctx, input)), actor, undefined);
}

beforeAll(async () => {
  const { panel, members } = await makeResidents("customer-voices", []);
  [member] = members;
  viewer = { actor: staffAs({ panel }, "dpo"), panel };
  purposeKey = panel.document.purposes.find(({ lawfulBasis }) => lawfulBasis === "consent")?.key ?? "";
});

describe("what a person had agreed to on a day", () => {
  it("says what is known now of a day before it was recorded, with the words and the entry", async () => {
    const monthAgo = new Date(Date.now() - 30 * 86_400_000);
    await decide("withdrawn", monthAgo, words);
    const day = londonDate(new Date(monthAgo.getTime() + 86_400_000));
    const [line, ...others] = (await getAgreedOn(viewer, member, day)) ?? [];
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      purposeKey,
      channel: "email",
      knownThen: { state: "none", seq: null },
      knownNow: { state: "withdrawn", seq: "1" },
      differs: true,
      words: { text: words, language: "en", format: "standard" },
    });
  });

  it("says the same of today both ways, and goes on when the person's rows are gone", async () => {
    await decide("given", new Date(), words);
    await sql(held.ownerUrl, "UPDATE member SET given_name = '', family_name = ''");
    const [line] = (await getAgreedOn(viewer, member, londonDate(new Date()))) ?? [];
    expect(line).toMatchObject({
      knownThen: { state: "given" },
      knownNow: { state: "given", seq: "2" },
      differs: false,
    });
  });

  it("is closed to whoever may not read histories", async () => {
    const other = { ...viewer, actor: staffAs(viewer, "engagement") };
    await expect(getAgreedOn(other, member, "2026-01-01")).rejects.toThrow("Not permitted");
  });
});
