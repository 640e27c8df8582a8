import { describe, expect, it } from "vitest";
import { civilDate, londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { Actor } from "@/lib/policy/permission";
import { dueOn, termEndsOn } from "@/lib/policy/retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { listApplications } from "@/lib/queries/staff/list-applications";
import { applicationDecisionSchema } from "@/lib/schemas/application-decision";
import { decideApplication } from "@/lib/usecases/application/decide-application";
import { confirmJoin } from "@/lib/usecases/join/confirm-join";
import { startJoin } from "@/lib/usecases/join/start-join";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { runUseCase } from "@/lib/usecases/run";
import { newToken } from "@/lib/auth/secrets";
import { engagementOf } from "@/tests/support/activity";
import { useDatabase } from "@/tests/support/database";
import { openPanel, sendDraft, someone } from "@/tests/support/joining";

useDatabase();

type Desk = { readonly panel: PanelView; readonly officer: Actor; readonly reference: string };

async function applied(): Promise<Desk> {
  const { panel, made } = await openPanel("resident-panel");
  await runUseCase(confirmJoin, someone, { panel, joinRequestId: await sendDraft(panel) });
  const { reference } = await memberOf(panel);
  return { panel, officer: engagementOf(made), reference };
}

function memberOf({ organisationId }: PanelView) {
  return database().member.findFirstOrThrow({ where: { organisationId } });
}

function decide({ panel, officer, reference }: Desk, decided: "accepted" | "unsuccessful", by = officer) {
  const reason = decided === "accepted" ? "viewpoint" : "placesTaken";
  const decision = applicationDecisionSchema.parse({
    reference,
    decided,
    reason,
    words: "Thank you.",
    read: "on",
  });
  return runUseCase(decideApplication, by, { panel, decision });
}

async function dueDays({ organisationId }: PanelView): Promise<ReadonlyMap<string, string>> {
  const rows = await database().retentionItem.findMany({ where: { organisationId } });
  return new Map(rows.map(({ ruleKey, dueOn }) => [ruleKey, civilDate(dueOn)]));
}

async function entriesOf({ organisationId }: PanelView): Promise<readonly string[]> {
  const rows = await database().ledgerEntry.findMany({ where: { organisationId }, orderBy: { seq: "asc" } });
  return rows.flatMap(({ eventType }) => (eventType.startsWith("application.") ? [eventType] : []));
}

function mailsOf({ organisationId }: PanelView) {
  return database().delivery.count({
    where: { organisationId, template: "application-decided", state: "queued" },
  });
}

describe("an application", () => {
  it("waits for a person from the press on, in the round that is open", async () => {
    const desk = await applied();
    const { rows } = await listApplications({ actor: desk.officer, panel: desk.panel }, "waiting", undefined);
    expect(rows).toMatchObject([{ reference: desk.reference, outcome: null }]);
    expect(await entriesOf(desk.panel)).toEqual(["application.submitted"]);
  });

  it("cannot be begun while no round is open", async () => {
    const { panel } = await openPanel("resident-panel", (document) => document);
    const closed = {
      ...panel,
      document: { ...panel.document, membership: { ...panel.document.membership, rounds: [] } },
    };
    const result = await runUseCase(startJoin, someone, { panel: closed, draftToken: newToken() });
    expect(result).toMatchObject({ ok: false, error: { code: "join.roundClosed" } });
  });

  it("that is accepted makes a member with a term, tells them, and is in the ledger", async () => {
    const desk = await applied();
    expect(await decide(desk, "accepted")).toMatchObject({ ok: true });
    const member = await memberOf(desk.panel);
    expect(member).toMatchObject({ state: "member" });
    expect(member.joinedAt).not.toBeNull();
    const days = await dueDays(desk.panel);
    expect(days.has("unsuccessful")).toBe(false);
    const lastDay = termEndsOn(desk.panel.document, londonDate(now())) ?? "";
    expect(days.get("panel-term")).toBe(dueOn({ period: "P6M" }, lastDay));
    expect(await mailsOf(desk.panel)).toBe(1);
    expect(await entriesOf(desk.panel)).toEqual(["application.submitted", "application.decided"]);
  });

  it("that is turned down ends six months after applications closed, and the applicant reads why", async () => {
    const desk = await applied();
    await decide(desk, "unsuccessful");
    expect(await memberOf(desk.panel)).toMatchObject({ state: "ended", joinedAt: null });
    const application = await database().application.findFirstOrThrow({
      where: { organisationId: desk.panel.organisationId },
      include: { round: true },
    });
    expect(application.reason).toBe("More people applied than there are places.\n\nThank you.");
    expect(application.round.decidedAt).not.toBeNull();
    const days = await dueDays(desk.panel);
    expect(days.get("panel-term")).toBe(days.get("unsuccessful"));
    expect(days.get("unsuccessful") ?? "").toMatch(/^\d{4}-/u);
  });

  it("turned down by mistake may be accepted after all; nothing is decided twice", async () => {
    const desk = await applied();
    await decide(desk, "unsuccessful");
    expect(await decide(desk, "unsuccessful")).toMatchObject({ error: { code: "application.decided" } });
    expect(await decide(desk, "accepted")).toMatchObject({ ok: true });
    expect(await memberOf(desk.panel)).toMatchObject({ state: "member", endedAt: null });
    expect((await dueDays(desk.panel)).has("unsuccessful")).toBe(false);
    expect(await decide(desk, "unsuccessful")).toMatchObject({ error: { code: "application.decided" } });
  });

  it("is decided by those who may, and by no computer", async () => {
    const desk = await applied();
    const auditor: Actor = {
      ...{ kind: "staff", organisationId: desk.panel.organisationId, staffId: desk.panel.id },
      grants: [{ panelId: desk.panel.id, role: "auditor" }],
    };
    for (const actor of [auditor, { kind: "system", name: "worker" } as const]) {
      expect(await decide(desk, "accepted", actor)).toMatchObject({ error: { code: "form.notPermitted" } });
    }
    expect(await memberOf(desk.panel)).toMatchObject({ state: "applicant" });
  });

  it("taken back by the applicant is decided by nobody, and goes when the others go", async () => {
    const desk = await applied();
    const { id: memberId } = await memberOf(desk.panel);
    const { organisationId, id: panelId } = desk.panel;
    const applicant: Actor = { kind: "member", organisationId, panelId, memberId };
    await runUseCase(leavePanel, applicant, { panel: desk.panel, wording: "Take it back" });
    expect(await decide(desk, "accepted")).toMatchObject({ error: { code: "application.decided" } });
    expect((await dueDays(desk.panel)).has("unsuccessful")).toBe(true);
    expect(await entriesOf(desk.panel)).toEqual(["application.submitted", "application.decided"]);
  });
});
