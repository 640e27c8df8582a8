import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import { purposesServing } from "@/lib/policy/activity-purposes";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import type { FocusGroup } from "@/lib/schemas/activity";
import type { Ctx } from "@/lib/usecases/context";
import { actingStaff } from "./acting-staff";

type Input = { readonly panel: PanelView; readonly focusGroup: FocusGroup };

function fault(ctx: Ctx, { panel, focusGroup }: Input): Result<never> | null {
  const purposes = purposesServing(panel.document, "focusGroup");
  if (!purposes.some(({ key }) => key === focusGroup.purposeKey)) {
    return refuseFields({ purposeKey: [{ code: "purposeKey.missing" }] });
  }
  return focusGroup.startsAt <= ctx.at ? refuseFields({ date: [{ code: "activityDate.past" }] }) : null;
}

/**
 * Publishes a focus group with one session: from now on members can be invited to it. Its purpose must be one that the
 * panel's policy uses for focus groups.
 */
export async function publishFocusGroup(ctx: Ctx, input: Input): Promise<Result<{ activityId: string }>> {
  const { panel, focusGroup } = input;
  const staffId = actingStaff(ctx, "activity.create", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const refused = fault(ctx, input);
  if (refused !== null) return refused;
  const { purposeKey, title, summary, ...session } = focusGroup;
  const { organisationId } = panel;
  const activityId = newId(ctx.at);
  await ctx.tx.activity.create({
    data: {
      organisationId,
      id: activityId,
      panelId: panel.id,
      kind: "focusGroup",
      purposeKey,
      title,
      summary,
      state: "open",
      publishedAt: ctx.at,
      createdBy: staffId,
      createdAt: ctx.at,
    },
  });
  await ctx.tx.activitySession.create({
    data: { organisationId, id: newId(ctx.at), activityId, ...session },
  });
  await appendEntry(ctx, organisationId, {
    eventType: "activity.published",
    panelId: panel.id,
    subjectRef: null,
    purposeKey,
    effectiveAt: ctx.at,
    data: { activityId, kind: "focusGroup" },
  });
  return ok({ activityId });
}
