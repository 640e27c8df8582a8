import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { Actor } from "@/lib/policy/permission";
import type { FocusGroup } from "@/lib/schemas/activity";
import { publishFocusGroup } from "@/lib/usecases/activity/publish-focus-group";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../../support/database";
import { openDesk } from "../../support/staff";

useDatabase();

const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000);
const focusGroup: FocusGroup = {
  purposeKey: "research",
  title: "Repairs: what should change?",
  summary: "An hour about repairs.",
  startsAt: inTwoWeeks,
  endsAt: new Date(inTwoWeeks.getTime() + 3_600_000),
  place: "Mill Bank Centre",
  joinLink: null,
  capacity: 12,
  adjustmentsAsked: "What would help you take part?",
};

describe("publishing a focus group", () => {
  it("opens it with its session, and the ledger says what members may be asked to, for which purpose", async () => {
    const { viewer } = await openDesk();
    const result = await runUseCase(publishFocusGroup, viewer.actor, { panel: viewer.panel, focusGroup });
    if (!result.ok) throw new Error(result.error.code);
    const { organisationId } = viewer.panel;
    const activity = await database().activity.findFirstOrThrow({
      where: { organisationId },
      include: { sessions: true },
    });
    expect(activity).toMatchObject({
      id: result.value.activityId,
      state: "open",
      kind: "focusGroup",
      purposeKey: "research",
    });
    expect(activity.sessions).toMatchObject([
      { capacity: 12, place: "Mill Bank Centre", startsAt: inTwoWeeks },
    ]);
    const entries = await database().ledgerEntry.findMany({ where: { organisationId } });
    expect(entries).toMatchObject([
      { eventType: "activity.published", purposeKey: "research", actorKind: "staff" },
    ]);
  });

  it.each([
    ["a purpose that the policy does not use for focus groups", { purposeKey: "news" }, "purposeKey"],
    ["a purpose that the policy does not have", { purposeKey: "everything" }, "purposeKey"],
    ["a beginning that has passed", { startsAt: new Date(Date.now() - 60_000) }, "date"],
  ])("refuses %s at its field, and writes nothing", async (_, change, field) => {
    const { viewer } = await openDesk();
    const result = await runUseCase(publishFocusGroup, viewer.actor, {
      panel: viewer.panel,
      focusGroup: { ...focusGroup, ...change },
    });
    expect(result.ok ? null : Object.keys(result.error.fields ?? {})).toEqual([field]);
    expect(await database().activity.count({ where: { organisationId: viewer.panel.organisationId } })).toBe(
      0,
    );
  });

  it("refuses anyone without the role on this panel", async () => {
    const { viewer } = await openDesk();
    const other = await openDesk();
    const { organisationId, id: panelId } = viewer.panel;
    const strangers: Actor[] = [
      other.viewer.actor,
      { kind: "anonymous" },
      { kind: "member", organisationId, panelId, memberId: organisationId },
      { kind: "staff", organisationId, staffId: organisationId, grants: [{ panelId, role: "dpo" }] },
      { kind: "staff", organisationId, staffId: organisationId, grants: [{ panelId, role: "auditor" }] },
    ];
    for (const actor of strangers) {
      const result = await runUseCase(publishFocusGroup, actor, { panel: viewer.panel, focusGroup });
      expect(result).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
    }
  });
});
