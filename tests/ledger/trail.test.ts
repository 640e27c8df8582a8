import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { verifyLedger } from "@/lib/ledger/verify";
import type { Actor } from "@/lib/policy/permission";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { findSubject, type Subject } from "@/lib/queries/trail/find-subject";
import { getEntry } from "@/lib/queries/trail/get-entry";
import { getMemberHistory } from "@/lib/queries/trail/get-member-history";
import { getTrailOverview } from "@/lib/queries/trail/get-trail-overview";
import { listTrail } from "@/lib/queries/trail/list-trail";
import { listVerifications } from "@/lib/queries/trail/list-verifications";
import { ok } from "@/lib/result";
import { recordDecisions, type Choice } from "@/lib/usecases/consent/record-decisions";
import { recordRead } from "@/lib/usecases/ledger/record-read";
import { checkLedger } from "@/lib/ledger/check/check-ledger";
import { recordVerification } from "@/lib/usecases/ledger/record-verification";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../support/database";
import type { TestMember } from "../support/panel";
import { makeResidents } from "../support/resident";
import { append, reading } from "./history";

const held = useDatabase();

const words = "May we ask you to take part in studies by e-mail?";
let viewer: Viewer;
let member: TestMember;
let subject: Subject;
let choice: Choice;

async function decide(decision: Choice["decision"]) {
  const { panel } = viewer;
  const actor: Actor = {
    kind: "member",
    organisationId: panel.organisationId,
    panelId: panel.id,
    memberId: member.id,
  };
  const input = {
    panel,
    member,
    choices: [{ ...choice, decision }],
    method: "web",
    noticeShownId: null,
  } as const;
  return runUseCase(async (ctx) => ok(await recordDecisions(ctx, input)), actor, undefined);
}

beforeAll(async () => {
  const { made, panel, members } = await makeResidents("customer-voices", []);
  [member] = members;
  const grants = [{ panelId: panel.id, role: "dpo" as const }];
  viewer = {
    actor: { kind: "staff", organisationId: panel.organisationId, staffId: made.staffId, grants },
    panel,
  };
  const purpose = panel.document.purposes.find(
    ({ lawfulBasis, messageKind }) => lawfulBasis === "consent" && messageKind !== null,
  );
  choice = { purposeKey: purpose?.key ?? "", channel: "email", decision: "given", wording: words };
  const { reference } = await database().member.findFirstOrThrow({ where: { id: member.id } });
  await sql(held.appUrl, "UPDATE member SET reference = upper(reference)");
  const found = await findSubject(viewer, ` ${reference.toLowerCase()} `);
  if (found === null) throw new Error("The member was not found by reference");
  subject = found;
});

describe("the trail", () => {
  it("pages backwards and forwards meet every entry once", async () => {
    const { organisationId, id } = viewer.panel;
    await append(
      organisationId,
      Array.from({ length: 23 }, (_, index) => reading(`${index}`, id)),
    );
    const seen: string[] = [];
    let older: string | null = null;
    do {
      const page = await listTrail(viewer, {}, older === null ? {} : { before: BigInt(older) }, 5);
      seen.push(...page.entries.map((entry) => entry.seq));
      older = page.older;
    } while (older !== null);
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => String(23 - index)));
    const back = await listTrail(viewer, {}, { after: 10n }, 5);
    expect(back.entries.map((entry) => entry.seq)).toEqual(["15", "14", "13", "12", "11"]);
    expect([back.newer, back.older]).toEqual(["15", "11"]);
  });

  it("shows nothing of another panel", async () => {
    const [other] = await append(viewer.panel.organisationId, [reading("elsewhere", randomUUID())]);
    expect(await getEntry(viewer, other ?? 0n)).toBeNull();
    const page = await listTrail(viewer, {}, {});
    expect(page.entries.map((entry) => entry.seq)).not.toContain(String(other));
  });

  it("is closed to whoever may not read it", async () => {
    const stranger = { ...viewer, actor: { kind: "anonymous" } as const };
    await expect(listTrail(stranger, {}, {})).rejects.toThrow("Not permitted: trail.read");
  });
});

describe("one person", () => {
  it("a decision reads back with the exact words, and says what is in force", async () => {
    await decide("given");
    const given = await getMemberHistory(viewer, subject, {}, new Date());
    expect(given.entries[0]).toMatchObject({
      eventType: "consent.given",
      words: { text: words },
      actor: { actorKind: "member", name: subject.reference },
    });
    const standing = (history: typeof given) =>
      history.inForce.find((each) => each.purposeKey === choice.purposeKey && each.channel === "email");
    expect(standing(given)).toMatchObject({ standing: { state: "given" }, gate: { permitted: true } });
    await decide("withdrawn");
    const withdrawn = await getMemberHistory(viewer, subject, {}, new Date());
    expect(standing(withdrawn)).toMatchObject({
      standing: { state: "withdrawn" },
      gate: { permitted: false },
    });
    const types = withdrawn.entries.map((entry) => entry.eventType);
    expect(types).toContain("consent.given");
    expect(types).toContain("consent.withdrawn");
  });

  it("reading is recorded as the DPO's, and stands apart from what happened", async () => {
    const { organisationId, id: panelId } = viewer.panel;
    const { subjectRef } = subject;
    await runUseCase(recordRead, viewer.actor, {
      organisationId,
      panelId,
      subjectRef,
      view: "memberHistory",
    });
    const history = await getMemberHistory(viewer, subject, {}, new Date());
    expect(history.readings[0]).toMatchObject({
      eventType: "ledger.read",
      data: { view: "memberHistory" },
      actor: { actorKind: "dpo", name: "Engagement officer" },
    });
    expect(history.entries.map((entry) => entry.eventType)).not.toContain("ledger.read");
  });

  it("a refused ledger append rolls back the consent", async () => {
    const before = await database().consentRecord.count({ where: { memberId: member.id } });
    await sql(held.ownerUrl, "REVOKE INSERT ON ledger_entry FROM panel_app");
    await expect(decide("given")).rejects.toThrow(/permission denied/);
    await sql(held.ownerUrl, "GRANT INSERT ON ledger_entry TO panel_app");
    expect(await database().consentRecord.count({ where: { memberId: member.id } })).toBe(before);
    const now = await getMemberHistory(viewer, subject, {}, new Date());
    expect(now.inForce.find((each) => each.purposeKey === choice.purposeKey)?.standing.state).toBe(
      "withdrawn",
    );
    expect(await verifyLedger(viewer.panel.organisationId)).toMatchObject({ verdict: "intact" });
  });
});

describe("the check", () => {
  it("becomes part of the trail, and twice is fine", async () => {
    const { organisationId, id: panelId } = viewer.panel;
    for (const _ of [1, 2]) {
      const checked = await checkLedger(organisationId);
      await runUseCase(recordVerification, viewer.actor, { organisationId, panelIds: [panelId], checked });
    }
    const [last, first] = await listVerifications(viewer, 5);
    expect(last).toMatchObject({
      ...{ integrity: "intact", completeness: "complete", anchored: "notAnchored" },
      ...{ good: true, firstBadSeq: null, differing: 0 },
    });
    expect(last?.checked).toBe((first?.checked ?? 0) + 1);
    const overview = await getTrailOverview(viewer, new Date());
    expect(overview.lastVerification?.seq).toBe(last?.seq);
    expect(overview.decisions).toContainEqual({ decision: "withdrawn", count: 1 });
    expect(overview.entriesToday).toBeGreaterThan(23);
  });
});

describe("a broken entry", () => {
  it("does not keep the rest from being read", async () => {
    const { organisationId } = viewer.panel;
    await sql(
      held.superuserUrl,
      String.raw`ALTER TABLE ledger_entry DISABLE TRIGGER ALL;
        UPDATE ledger_entry SET bytes = '\x00', leaf_hash = sha256('\x0000') WHERE seq = 9`,
    );
    const page = await listTrail(viewer, {}, { before: 11n }, 3);
    expect(page.entries.map(({ seq, data }) => [seq, data["view"]])).toEqual([
      ["10", "9"],
      ["9", undefined],
      ["8", "7"],
    ]);
    expect(await getEntry(viewer, 9n)).toMatchObject({ seq: "9", requestId: "" });
    expect(await verifyLedger(organisationId)).toMatchObject({ verdict: "altered", firstBadSeq: 9n });
  });
});
