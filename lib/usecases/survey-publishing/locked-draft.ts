import { civilDate } from "@/lib/clock";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { questionsOf, surveyOf, type DraftQuestion } from "@/lib/schemas/survey-definition";
import { actingStaff } from "@/lib/usecases/activity/acting-staff";
import type { Ctx } from "@/lib/usecases/context";

export type Draft = {
  readonly questions: readonly DraftQuestion[];
  readonly purposeKey: string;
  /** Civil, Europe/London. */
  readonly closesOn: string | null;
};

/** The panel's draft, locked until the transaction ends, so that two people adding questions lose none. */
export async function lockDraft(ctx: Ctx, panel: PanelView, activityId: string): Promise<Result<Draft>> {
  if (actingStaff(ctx, "activity.create", panel.id) === null) return refuse("form.notPermitted");
  const rows = await ctx.tx.$queryRaw<
    { state: string; survey: unknown; purposeKey: string; closesOn: Date | null }[]
  >`
    SELECT state::text AS state, survey, purpose_key AS "purposeKey", closes_on AS "closesOn" FROM activity
    WHERE organisation_id = ${panel.organisationId}::uuid AND id = ${activityId}::uuid
      AND panel_id = ${panel.id}::uuid AND kind = 'survey' FOR UPDATE`;
  const [found] = rows;
  if (found === undefined) return refuse("form.notPermitted");
  if (found.state !== "draft") return refuse("survey.published");
  const { purposeKey, closesOn } = found;
  return ok({
    questions: questionsOf(found.survey),
    purposeKey,
    closesOn: closesOn === null ? null : civilDate(closesOn),
  });
}

/** Keeps the questions of a locked draft. */
export async function keepQuestions(
  ctx: Ctx,
  panel: PanelView,
  activityId: string,
  questions: readonly DraftQuestion[],
): Promise<void> {
  await ctx.tx.activity.update({
    where: { organisationId_id: { organisationId: panel.organisationId, id: activityId } },
    data: { survey: surveyOf(questions) },
  });
}
