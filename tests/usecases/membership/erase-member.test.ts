import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/config";
import { database } from "@/lib/db/client";
import { readJournals } from "@/lib/ledger/journal/read-journal";
import { verifyLedger } from "@/lib/ledger/verify";
import { getErasure } from "@/lib/queries/member/get-erasure";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { getEntry } from "@/lib/queries/trail/get-entry";
import { readSealed } from "@/lib/queries/trail/read-sealed";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { details, openPanel, sendDraft, someone } from "@/tests/support/joining";

const held = useDatabase();
const journals = mkdtempSync(path.join(tmpdir(), "erase-test-"));
const people = 20;
let panel: PanelView;
/** Whose row the next case of those that are kept takes. */
let place = 10;
const as = (role: "dpo" | "engagement" | "auditor") => staffAs({ panel }, role);

const nameOf = (place: number) => `Canary${String.fromCharCode(65 + place)}`;
const personal = (place: number) => ({
  ...details,
  familyName: nameOf(place),
  email: `canary.${place}.of@mail.example`,
  phone: `+4477009001${String(place).padStart(2, "0")}`,
});

async function memberNamed(place: number) {
  return database().member.findFirstOrThrow({
    where: { organisationId: panel.organisationId, familyName: nameOf(place) },
  });
}

async function erase(place: number) {
  const { id: memberId } = await memberNamed(place);
  return runUseCase(eraseMember, as("dpo"), { panel, memberId, reasonCode: "consentWithdrawn" });
}

/** How often a text stands anywhere in the database, whatever table or column. */
async function found(text: string): Promise<number> {
  const [row] = await sql<{ n: string }>(
    held.superuserUrl,
    `SELECT count(*) AS n FROM (SELECT unnest(xpath('//*[contains(text(), "${text}")]',
      database_to_xml(true, false, ''))) AS hit) AS hits`,
  );
  return Number(row?.n ?? 0);
}

async function sealedOf(subjectRef: string, role: "dpo" | "auditor", eventType = "member.joined") {
  const where = { organisationId: panel.organisationId, subjectRef, eventType };
  const { seq } = await database().ledgerEntry.findFirstOrThrow({ where });
  const viewer = { actor: as(role), panel };
  const entry = await getEntry(viewer, seq);
  if (entry === null) throw new Error("The entry is there");
  return readSealed(viewer, entry);
}

beforeAll(async () => {
  Object.assign(readConfig(), { journalDir: journals });
  ({ panel } = await openPanel("customer-voices"));
  for (let place = 0; place < people; place += 1) {
    const joinRequestId = await sendDraft(panel, { details: personal(place) });
    const joined = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    if (!joined.ok) throw new Error(joined.error.code);
  }
}, 60_000);
afterAll(() => rmSync(journals, { recursive: true }));

describe("who may be erased, and by whom", () => {
  it("nobody by staff who are not the data protection officer", async () => {
    const { id: memberId } = await memberNamed(5);
    const input = { panel, memberId, reasonCode: "objected" as const };
    const refused = await runUseCase(eraseMember, as("engagement"), input);
    expect(refused).toEqual({ ok: false, error: { code: "form.notPermitted" } });
  });

  it.each([
    [
      "legalHold",
      `INSERT INTO legal_hold (organisation_id, id, panel_id, member_id, ground, reason, owner_id, review_on, placed_by, placed_at)
        SELECT organisation_id, subject_ref, panel_id, id, 'legal_claim', 'A claim', id, current_date + 30, id, now()
        FROM member WHERE id = $1`,
    ],
    [
      "openRequest",
      `INSERT INTO data_subject_request (organisation_id, id, panel_id, kind, subject_ref, method, details, received_at, due_on)
        SELECT organisation_id, id, panel_id, 'access', subject_ref, 'phone', 'Send it', now(), current_date + 30
        FROM member WHERE id = $1`,
    ],
    [
      "openComplaint",
      `INSERT INTO complaint (organisation_id, id, panel_id, subject_ref, method, details, received_at, acknowledge_by)
        SELECT organisation_id, id, panel_id, subject_ref, 'phone', 'You lost it', now(), current_date + 30
        FROM member WHERE id = $1`,
    ],
    [
      "restriction",
      `UPDATE member SET restricted_at = now(), restriction_ground = 'unlawful', restriction_evidence = 'call 12' WHERE id = $1`,
    ],
  ])("RT-2: nobody whom a %s keeps, and the refusal and the page say which", async (keptBy, text) => {
    const { id: memberId, reference } = await memberNamed(place);
    place += 1;
    await sql(held.ownerUrl, text, [memberId]);
    const input = { panel, memberId, reasonCode: "objected" as const };
    expect(await runUseCase(eraseMember, as("dpo"), input)).toEqual({
      ...{ ok: false, error: { code: `erasure.${keptBy}` } },
    });
    expect(await getErasure({ actor: as("dpo"), panel }, reference)).toMatchObject({ memberId, keptBy });
  });
});

describe("erasing one in ten", () => {
  it("leaves no word of theirs anywhere, the others' where they were, and a ledger that verifies", async () => {
    const subject = (await memberNamed(0)).subjectRef;
    const other = (await memberNamed(2)).subjectRef;
    const open = (place: number) => ({
      state: "open",
      value: `${details.givenName} ${nameOf(place)}`,
    });
    expect((await sealedOf(subject, "dpo")).get("nameSealed")).toEqual(open(0));
    expect((await sealedOf(subject, "auditor")).get("nameSealed")).toEqual({ state: "closed" });
    expect(await found(nameOf(0))).toBeGreaterThan(0);
    const waiting = await database().delivery.count({ where: { organisationId: panel.organisationId } });
    for (const place of [0, 1]) expect(await erase(place)).toMatchObject({ ok: true });
    for (const place of [0, 1])
      for (const text of [nameOf(place), personal(place).email, personal(place).phone])
        expect(await found(text), text).toBe(0);
    expect(await found(nameOf(2))).toBeGreaterThan(0);
    // The welcome and the request for confirmation of both were not sent yet, and never will be.
    const left = await database().delivery.count({ where: { organisationId: panel.organisationId } });
    expect(left).toBe(waiting - 4);
    expect(await verifyLedger(panel.organisationId)).toMatchObject({ verdict: "intact" });
    const erased = { state: "erased", on: expect.any(Date) as Date };
    expect((await sealedOf(subject, "dpo")).get("nameSealed")).toEqual(erased);
    expect((await sealedOf(other, "dpo")).get("nameSealed")).toEqual(open(2));
  });

  it("is the last entry about them, and in the journal", async () => {
    const where = { organisationId: panel.organisationId, eventType: "subject.erased" };
    const entries = await database().ledgerEntry.findMany({ where, orderBy: { seq: "asc" } });
    expect(entries).toHaveLength(2);
    const lines = [];
    for await (const line of readJournals(journals, "erasures")) lines.push(line);
    expect(lines).toMatchObject(
      entries.map(({ subjectRef }) => ({ line: { subject: subjectRef, reasonCode: "consentWithdrawn" } })),
    );
    const later = await database().ledgerEntry.count({
      where: {
        organisationId: panel.organisationId,
        subjectRef: entries[0]?.subjectRef ?? "",
        seq: { gt: entries[0]?.seq ?? 0n },
      },
    });
    expect(later).toBe(0);
  });
});

describe("what somebody writes when they leave", () => {
  it("can be read in the trail until they are erased, and is nowhere else", async () => {
    const { id: memberId, subjectRef } = await memberNamed(7);
    const { organisationId, id: panelId } = panel;
    const reason = "We move to a croft near Oban";
    const member = { kind: "member", organisationId, panelId, memberId } as const;
    const left = await runUseCase(leavePanel, member, { panel, wording: "Leave.", reason });
    expect(left).toMatchObject({ ok: true });
    expect(await found("Oban")).toBe(0);
    const said = await sealedOf(subjectRef, "dpo", "member.left");
    expect(said.get("reasonSealed")).toEqual({ state: "open", value: reason });
    expect(await erase(7)).toMatchObject({ ok: true });
    const after = await sealedOf(subjectRef, "dpo", "member.left");
    expect(after.get("reasonSealed")).toMatchObject({ state: "erased" });
  });
});
