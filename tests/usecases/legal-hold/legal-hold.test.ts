import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { dateColumn } from "@/lib/clock";
import { newId } from "@/lib/id";
import { verifyLedger } from "@/lib/ledger/verify";
import type { StaffRole } from "@/lib/policy/vocabulary";
import type { StaffActor } from "@/lib/queries/staff/viewer";
import { placeHold, type HoldToPlace } from "@/lib/usecases/legal-hold/place-hold";
import { proposeRelease } from "@/lib/usecases/legal-hold/propose-release";
import { releaseHold } from "@/lib/usecases/legal-hold/release-hold";
import { reviewHold } from "@/lib/usecases/legal-hold/review-hold";
import { withdrawProposal } from "@/lib/usecases/legal-hold/withdraw-proposal";
import { eraseMember } from "@/lib/usecases/membership/erase-member";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "../../support/database";
import { dayFromToday } from "../../support/day";
import { makeStaff } from "../../support/policy";
import { ledgerOf, makeResidents, withClient, type Residents } from "../../support/resident";

const held = useDatabase();
let residents: Residents;
let dpo: StaffActor;
let second: StaffActor;
let admin: StaffActor;
const reason = "Claim 2041: the repairs of last winter";
const notPermitted = { ok: false, error: { code: "form.notPermitted" } };
const refused = (code: string) => ({ ok: false, error: { code: `legalHold.${code}` } });

const worker = (role: StaffRole) => withClient((client) => makeStaff(client, residents.made, role));
const subject = () => residents.members[0];
const where = () => ({ organisationId: residents.panel.organisationId });

async function place(by = dpo, more: Partial<HoldToPlace> = {}) {
  const { panel } = residents;
  const looked = { ownerId: dpo.staffId, reviewOn: dayFromToday(30) };
  const hold = { panel, memberId: subject().id, ground: "legalClaim" as const, reason, ...looked, ...more };
  return runUseCase(placeHold, by, hold);
}

/** One that stands, and what a page of it sends. */
async function placed(more: Partial<HoldToPlace> = {}) {
  const result = await place(dpo, more);
  if (!result.ok) throw new Error(result.error.code);
  const { panel } = residents;
  return (seen: number) => ({ panel, holdId: result.value.id, seen, reason: "The claim was settled" });
}

const erase = (memberId = subject().id) =>
  runUseCase(eraseMember, dpo, { panel: residents.panel, memberId, reasonCode: "objected" });

beforeEach(async () => {
  residents = await makeResidents("customer-voices", ["research"]);
  [dpo, second, admin] = [await worker("dpo"), await worker("dpo"), await worker("admin")];
});

describe("a legal hold that is placed", () => {
  it("keeps the person, says who looks after it and until when, and is in the ledger without its reason", async () => {
    await placed();
    expect(await database().legalHold.findFirstOrThrow({ where: where() })).toMatchObject({
      ...{ memberId: subject().id, ground: "legalClaim", reason, placedBy: dpo.staffId },
      ...{ ownerId: dpo.staffId, reviewOn: dateColumn(dayFromToday(30)), releasedAt: null },
    });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { ...where(), eventType: "legalHold.placed" },
    });
    expect(entry).toMatchObject({ subjectRef: subject().subjectRef, actorKind: "dpo" });
    expect(Buffer.from(entry.bytes).toString()).not.toContain("repairs");
    expect(await erase()).toEqual({ ok: false, error: { code: "erasure.legalHold" } });
    expect(await erase(residents.members[1].id)).toMatchObject({ ok: true });
  });

  it("on everyone keeps everyone of the panel, and names nobody in the ledger", async () => {
    await placed({ memberId: null });
    for (const { id } of residents.members)
      expect(await erase(id)).toEqual({ ok: false, error: { code: "erasure.legalHold" } });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { ...where(), eventType: "legalHold.placed" },
    });
    expect(entry.subjectRef).toBeNull();
  });

  it("is placed once, also when the button is pressed twice at once", async () => {
    const both = await Promise.all([place(), place(second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused("placed"));
    expect(await place(dpo, { reason: "Claim 2042: something else" })).toMatchObject({ ok: true });
    expect(await database().legalHold.count({ where: where() })).toBe(2);
  });

  it("comes before an erasure or after it, and never beside it", async () => {
    const [erased, hold] = await Promise.all([erase(), place(second)]);
    expect([erased.ok, hold.ok].filter(Boolean)).toHaveLength(1);
    const left = await database().member.count({ where: { ...where(), id: subject().id } });
    expect(left).toBe(hold.ok ? 1 : 0);
  });

  it("never stands without its entry", async () => {
    const { panel } = residents;
    await sql(
      held.ownerUrl,
      `INSERT INTO ledger_hold (organisation_id, id, reason, detail, opened_at) VALUES ($1, $2, 'behind', '{}', now())`,
      [panel.organisationId, newId()],
    );
    expect(await place()).toMatchObject({ ok: false });
    expect(await database().legalHold.count({ where: where() })).toBe(0);
  });

  it.each([
    ["the day of review is today", () => ({ reviewOn: dayFromToday(0) }), "reviewOn", "reviewOn.early"],
    ["it is a year ahead", () => ({ reviewOn: dayFromToday(365) }), "reviewOn", "reviewOn.late"],
    ["nobody of the panel looks after it", () => ({ ownerId: newId() }), "ownerId", "ownerId.missing"],
  ] as const)("is refused where %s", async (_name, more, field, code) => {
    const fields = { [field]: [{ code: `legalHold.${code}` }] };
    expect(await place(dpo, more())).toMatchObject({ ok: false, error: { fields } });
    expect(await database().legalHold.count({ where: where() })).toBe(0);
  });

  it("is the data protection officer's, about somebody who is there", async () => {
    expect(await place(admin)).toEqual(notPermitted);
    expect(await place(await worker("engagement"))).toEqual(notPermitted);
    expect(await place(dpo, { memberId: newId() })).toEqual(refused("memberGone"));
  });
});

describe("a review", () => {
  it("keeps the hold, with the reason, a new day and who looks after it from now on", async () => {
    const hold = await placed();
    const looked = { ownerId: admin.staffId, reviewOn: dayFromToday(90) };
    expect(await runUseCase(reviewHold, dpo, { ...hold(0), ...looked })).toEqual({ ok: true, value: null });
    const { id } = await database().legalHold.findFirstOrThrow({
      where: { ...where(), ownerId: admin.staffId, reviewOn: dateColumn(dayFromToday(90)) },
    });
    const steps = await database().legalHoldStep.findMany({ where: { ...where(), legalHoldId: id } });
    expect(steps).toMatchObject([{ kind: "reviewed", takenBy: dpo.staffId, ownerId: admin.staffId }]);
    // The same press again, or a page that was opened before.
    expect(await runUseCase(reviewHold, dpo, { ...hold(0), ...looked })).toEqual(refused("changed"));
    expect(await runUseCase(reviewHold, admin, { ...hold(1), ...looked })).toEqual(notPermitted);
    expect(await runUseCase(reviewHold, dpo, { ...hold(1), ...looked, holdId: newId() })).toEqual(
      refused("gone"),
    );
  });
});

describe("the release of a legal hold", () => {
  it("takes two people: who proposed it may not agree, and until somebody else does it holds", async () => {
    const hold = await placed();
    expect(await runUseCase(releaseHold, second, hold(0))).toEqual(refused("notProposed"));
    expect(await runUseCase(proposeRelease, admin, hold(0))).toEqual(notPermitted);
    expect(await runUseCase(proposeRelease, dpo, hold(0))).toEqual({ ok: true, value: null });
    expect(await runUseCase(proposeRelease, second, hold(1))).toEqual(refused("proposed"));
    expect(await runUseCase(releaseHold, dpo, hold(1))).toEqual(refused("samePerson"));
    expect(await erase()).toEqual({ ok: false, error: { code: "erasure.legalHold" } });
    // Nobody agrees to what they did not see.
    expect(await runUseCase(releaseHold, second, hold(0))).toEqual(refused("changed"));
    expect(await runUseCase(releaseHold, second, hold(1))).toEqual({ ok: true, value: null });
    expect(await runUseCase(releaseHold, admin, hold(1))).toEqual(refused("released"));
    expect(await ledgerOf(residents, subject())).toEqual([
      ...["legalHold.placed", "legalHold.releaseProposed", "legalHold.released"],
    ]);
    expect(await erase()).toMatchObject({ ok: true });
    expect(await verifyLedger(residents.panel.organisationId)).toMatchObject({ verdict: "intact" });
  });

  it("is agreed to by an administrator where there is one officer; never by an auditor", async () => {
    const hold = await placed();
    await runUseCase(proposeRelease, dpo, hold(0));
    const auditor = await worker("auditor");
    expect(await runUseCase(releaseHold, auditor, hold(1))).toEqual(notPermitted);
    expect(await runUseCase(releaseHold, admin, hold(1))).toEqual({ ok: true, value: null });
    const released = await database().legalHold.findFirstOrThrow({ where: where() });
    expect(released).toMatchObject({ releaseProposedBy: dpo.staffId, releaseApprovedBy: admin.staffId });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { ...where(), eventType: "legalHold.released" },
    });
    const { data } = JSON.parse(Buffer.from(entry.bytes).toString()) as { data: Record<string, string> };
    expect(data).toMatchObject({ proposedBy: dpo.staffId, heldSince: released.placedAt.toISOString() });
  });

  it("is no longer proposed once that was taken back, with the reason; it can be proposed again", async () => {
    const hold = await placed();
    expect(await runUseCase(withdrawProposal, dpo, hold(0))).toEqual(refused("notProposed"));
    await runUseCase(proposeRelease, dpo, hold(0));
    expect(await runUseCase(withdrawProposal, admin, hold(1))).toEqual(notPermitted);
    expect(await runUseCase(withdrawProposal, second, hold(1))).toEqual({ ok: true, value: null });
    expect(await runUseCase(releaseHold, second, hold(2))).toEqual(refused("notProposed"));
    expect(await runUseCase(proposeRelease, second, hold(2))).toEqual({ ok: true, value: null });
    expect(await runUseCase(releaseHold, dpo, hold(3))).toEqual({ ok: true, value: null });
    const kinds = await database().legalHoldStep.findMany({ where: where(), orderBy: { takenAt: "asc" } });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...["releaseProposed", "releaseWithdrawn", "releaseProposed"],
    ]);
  });

  it("of one of two holds leaves the person kept by the other", async () => {
    const hold = await placed();
    await placed({ memberId: null, reason: "An ombudsman looks into it", ground: "openComplaint" });
    await runUseCase(proposeRelease, dpo, hold(0));
    await runUseCase(releaseHold, second, hold(1));
    expect(await erase()).toEqual({ ok: false, error: { code: "erasure.legalHold" } });
  });
});
