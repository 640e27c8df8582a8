import { dateColumn } from "@/lib/clock";
import { newId } from "@/lib/id";
import { purposesServing } from "@/lib/policy/activity-purposes";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { surveyOf, type SurveyDetails } from "@/lib/schemas/survey-definition";
import { actingStaff } from "@/lib/usecases/activity/acting-staff";
import type { Ctx } from "@/lib/usecases/context";

type Input = { readonly panel: PanelView; readonly details: SurveyDetails };

/** Begins a survey without questions. A draft is seen by staff only and is evidence of nothing, so the ledger is not told. */
export async function draftSurvey(
  ctx: Ctx,
  { panel, details }: Input,
): Promise<Result<{ activityId: string }>> {
  const staffId = actingStaff(ctx, "activity.create", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  if (!purposesServing(panel.document, "survey").some(({ key }) => key === details.purposeKey)) {
    return refuseFields({ purposeKey: [{ code: "purposeKey.missing" }] });
  }
  const activityId = newId(ctx.at);
  await ctx.tx.activity.create({
    data: {
      organisationId: panel.organisationId,
      id: activityId,
      panelId: panel.id,
      kind: "survey",
      purposeKey: details.purposeKey,
      title: details.title,
      summary: details.summary,
      state: "draft",
      survey: surveyOf([]),
      closesOn: dateColumn(details.closesOn),
      createdBy: staffId,
      createdAt: ctx.at,
    },
  });
  return ok({ activityId });
}
