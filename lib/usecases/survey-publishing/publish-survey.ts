import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import { londonDate } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { surveyOf } from "@/lib/schemas/survey-definition";
import type { Ctx } from "@/lib/usecases/context";
import { lockDraft } from "./locked-draft";

/** SHA-256 of a definition's RFC 8785 form, hex: the ledger fixes the questions without repeating them. */
function definitionHash(definition: unknown): string {
  return hash("sha256", canonicalize(definition) ?? "", "hex");
}

/** Opens a draft for answers and freezes its questions. */
export async function publishSurvey(
  ctx: Ctx,
  { panel, activity: activityId }: { readonly panel: PanelView; readonly activity: string },
): Promise<Result<{ activityId: string }>> {
  const draft = await lockDraft(ctx, panel, activityId);
  if (!draft.ok) return draft;
  const { questions, closesOn, purposeKey } = draft.value;
  if (questions.length === 0) return refuse("survey.empty");
  if (closesOn === null || closesOn < londonDate(ctx.at)) return refuse("survey.closingPast");
  await ctx.tx.activity.update({
    where: { organisationId_id: { organisationId: panel.organisationId, id: activityId } },
    data: { state: "open", publishedAt: ctx.at },
  });
  await appendEntry(ctx, panel.organisationId, {
    eventType: "activity.published",
    panelId: panel.id,
    subjectRef: null,
    purposeKey,
    effectiveAt: ctx.at,
    data: { activityId, kind: "survey", definitionHash: definitionHash(surveyOf(questions)) },
  });
  return ok({ activityId });
}
