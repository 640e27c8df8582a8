import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { offeredPurposes } from "@/lib/policy/join-choices";
import { reachOf } from "@/lib/schemas/join-answers";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { isPermitted, slotOf } from "@/lib/policy/permission-slots";
import { channels } from "@/lib/policy/vocabulary";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useDatabase } from "@/tests/support/database";
import { choicesOf, details, openPanel, sendDraft, someone } from "@/tests/support/joining";

const held = useDatabase();
const at = (organisationId: string) => ({ where: { organisationId } });

describe("the press behind the link", () => {
  it("makes the member with everything that proves the choices, at once", async () => {
    const { panel } = await openPanel("customer-voices");
    const where = at(panel.organisationId);
    const joinRequestId = await sendDraft(panel, { questions: { area: "Stirling", devices: ["tablet"] } });
    const result = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    expect(result).toEqual({ ok: true, value: { outcome: "joined" } });

    const member = await database().member.findFirstOrThrow({ ...where, include: { contactPoints: true } });
    expect(member).toMatchObject({ state: "member", givenName: "Sam", area: "Stirling", postcode: "G1 1HL" });
    expect(member.reference).toMatch(/^CV-/);
    const points = member.contactPoints.map(({ kind, verifiedAt }) => [kind, verifiedAt !== null]);
    expect(points.toSorted()).toEqual([
      ["email", true],
      ["phone", false],
    ]);
    const records = await database().consentRecord.findMany({ ...where, include: { wording: true } });
    const offered = offeredPurposes(panel.document, reachOf(details)).flatMap(({ choices }) => choices);
    expect(records.map(({ wording }) => wording.text).toSorted()).toEqual(
      offered.map(({ ask }) => ask).toSorted(),
    );
    expect(new Set(records.map(({ decision }) => decision))).toEqual(new Set(["given"]));
    const shown = await database().noticeShown.findFirstOrThrow(where);
    expect(shown).toMatchObject({
      memberId: member.id,
      privacyNoticeId: panel.privacyNoticeId,
      place: "join",
    });
    expect(records.every(({ noticeShownId }) => noticeShownId === shown.id)).toBe(true);
    expect(await database().memberAttribute.findMany(where)).toMatchObject([{ fieldKey: "devices" }]);
    expect(await database().retentionItem.count(where)).toBeGreaterThan(0);
    const { permitted } = await database().contactPermission.findFirstOrThrow(where);
    expect(permitted.length).toBeGreaterThan(0);

    const entries = await database().ledgerEntry.findMany({ ...where, orderBy: { seq: "asc" } });
    const types = entries.map(({ eventType }) => eventType);
    expect(types.slice(0, 3)).toEqual(["notice.shown", "member.joined", "contactPoint.verified"]);
    expect(types.filter((type) => type === "consent.given")).toHaveLength(records.length);
    expect(entries.every(({ subjectRef }) => subjectRef === member.subjectRef)).toBe(true);
    const templates = await database().delivery.findMany({ ...where, orderBy: { queuedAt: "asc" } });
    expect(templates.map(({ template }) => template)).toEqual(["confirm-address", "welcome"]);
    const request = await database().joinRequest.findFirstOrThrow(where);
    expect(request.answers).toEqual({});
  });

  it("joins somebody who says no to everything, and permits nothing they refused", async () => {
    const { panel } = await openPanel("customer-voices");
    const joinRequestId = await sendDraft(panel, { choices: choicesOf(panel, "no") });
    await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const records = await database().consentRecord.findMany(at(panel.organisationId));
    expect(new Set(records.map(({ decision }) => decision))).toEqual(new Set(["refused"]));
    const { permitted } = await database().contactPermission.findFirstOrThrow(at(panel.organisationId));
    const research = panel.document.purposes.find(({ key }) => key === "research");
    const open = channels.filter((channel) => isPermitted(permitted, slotOf(research?.slot ?? 0, channel)));
    expect(open).toEqual([]);
  });

  it("records a no while joining as the refusal it is, and no decision where a box stayed empty", async () => {
    const { panel } = await openPanel("citizens-together");
    const choices = choicesOf(panel, "yes", { "choice-research-sms": "no" });
    const joinRequestId = await sendDraft(panel, { choices });
    await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const records = await database().consentRecord.findMany({
      where: { organisationId: panel.organisationId, purposeKey: "research" },
    });
    expect(records).toMatchObject([{ decision: "refused", channel: "sms" }]);
  });

  it("a no to every way that was asked about is one to the ways that could begin later", async () => {
    const { panel } = await openPanel("citizens-together");
    const withoutHome = { ...details, addressLine1: "", town: "", postcode: "" };
    const choices = choicesOf(panel, "yes", {
      "choice-research-email": "no",
      "choice-research-sms": "no",
      "choice-research-call": "no",
    }).filter(({ channel }) => channel !== "post");
    const joinRequestId = await sendDraft(panel, { details: withoutHome, choices });
    await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const records = await database().consentRecord.findMany({
      where: { organisationId: panel.organisationId, purposeKey: "research", channel: null },
      include: { wording: true },
    });
    expect(records).toMatchObject([
      { decision: "refused", wording: { text: expect.stringContaining("Surveys") as string } },
    ]);
  });

  it("finds it done when it is pressed again, even twice at once", async () => {
    const { panel } = await openPanel("customer-voices");
    const joinRequestId = await sendDraft(panel);
    const press = () => runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const results = await Promise.all([press(), press(), press()]);
    expect(results.every((result) => result.ok && result.value.outcome === "joined")).toBe(true);
    expect(await database().member.count(at(panel.organisationId))).toBe(1);
    expect(
      await database().delivery.count({
        where: { organisationId: panel.organisationId, template: "welcome" },
      }),
    ).toBe(1);
  });

  it("keeps nothing when the ledger refuses", async () => {
    const { panel } = await openPanel("customer-voices");
    const joinRequestId = await sendDraft(panel);
    await sql(
      held.superuserUrl,
      `CREATE FUNCTION refuse_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
       CREATE TRIGGER refuse_all BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_all()`,
    );
    try {
      await expect(runUseCase(confirmJoin, someone, { panel, joinRequestId })).rejects.toThrow();
    } finally {
      await sql(held.superuserUrl, "DROP TRIGGER refuse_all ON ledger_entry; DROP FUNCTION refuse_all()");
    }
    expect(await database().member.count(at(panel.organisationId))).toBe(0);
    expect(await database().consentRecord.count(at(panel.organisationId))).toBe(0);
    const request = await database().joinRequest.findFirstOrThrow(at(panel.organisationId));
    expect(request.confirmedAt).toBeNull();
    const again = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    expect(again).toMatchObject({ ok: true, value: { outcome: "joined" } });
  });

  it("makes an applicant where people apply, whose term has not begun", async () => {
    const { panel } = await openPanel("resident-panel");
    const joinRequestId = await sendDraft(panel);
    const result = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    expect(result).toMatchObject({ ok: true, value: { outcome: "applied" } });
    const member = await database().member.findFirstOrThrow(at(panel.organisationId));
    expect(member).toMatchObject({ state: "applicant", joinedAt: null });
  });

  it("keeps a sensitive answer apart, under its condition, with the words that were affirmed", async () => {
    const { panel } = await openPanel("connect");
    const statement = panel.document.fields.find(({ key }) => key === "ethnicity")?.explicitConsent ?? "";
    const joinRequestId = await sendDraft(panel, { sensitive: { ethnicity: { value: "white", statement } } });
    await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    const where = at(panel.organisationId);
    expect(await database().monitoringAnswer.findMany(where)).toMatchObject([
      { fieldKey: "ethnicity", value: "white", art9Condition: "explicitConsent" },
    ]);
    expect(await database().memberAttribute.count(where)).toBe(0);
    const record = await database().consentRecord.findFirstOrThrow({
      where: { ...where.where, purposeKey: "monitoring" },
      include: { wording: true },
    });
    expect(record).toMatchObject({ decision: "given", channel: null, wording: { text: statement } });
  });
});

describe("a link that no longer holds", () => {
  const cases = [
    [
      "its seven days are over",
      "UPDATE join_request SET created_at = now() - interval '8 days', expires_at = now() - interval '1 day'",
    ],
    ["the draft was taken back", "UPDATE join_request SET submitted_at = NULL, address_hash = NULL"],
    ["the request was deleted", "DELETE FROM join_request"],
  ] as const;

  it.each(cases)("makes nobody a member when %s", async (_why, change) => {
    const { panel } = await openPanel("customer-voices");
    const joinRequestId = await sendDraft(panel);
    await sql(held.appUrl, `${change} WHERE id = $1`, [joinRequestId]);
    const result = await runUseCase(confirmJoin, someone, { panel, joinRequestId });
    expect(result).toMatchObject({ ok: false, error: { code: "join.linkEnded" } });
    expect(await database().member.count(at(panel.organisationId))).toBe(0);
  });

  it("makes nobody a member of another panel", async () => {
    const { panel } = await openPanel("customer-voices");
    const { panel: other } = await openPanel("connect");
    const joinRequestId = await sendDraft(panel);
    const result = await runUseCase(confirmJoin, someone, { panel: other, joinRequestId });
    expect(result).toMatchObject({ ok: false, error: { code: "join.linkEnded" } });
  });

  it("asks again when the notice changed after the choices", async () => {
    const { panel } = await openPanel("customer-voices");
    const joinRequestId = await sendDraft(panel);
    const newer = { ...panel, privacyNoticeId: panel.policyVersionId, privacyNoticeNumber: 2 };
    const result = await runUseCase(confirmJoin, someone, { panel: newer, joinRequestId });
    expect(result).toMatchObject({ ok: false, error: { code: "join.noticeChanged" } });
  });
});
