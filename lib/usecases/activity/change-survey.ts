import { civilDate, dateColumn } from "@/lib/clock";
import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse } from "@/lib/result";
import type { ChangedSurvey } from "@/lib/schemas/survey-definition";
import type { Ctx } from "../context";
import { changedEvent, keepChange, lockActivity, type Changed } from "./locked-activity";

type Input = { readonly panel: PanelView; readonly survey: ChangedSurvey };

/**
 * Changes a survey's title, description and last day; its questions stay as they were published. A later day takes answers
 * again when the old one is over. A draft is evidence of nothing, so the ledger hears of published surveys only.
 */
export async function changeSurvey(ctx: Ctx, { panel, survey }: Input): Promise<Changed> {
  const locked = await lockActivity(ctx, { panel, ...survey });
  if (!locked.ok) return locked;
  const activity = locked.value;
  if (activity.kind !== "survey") return refuse("form.notPermitted");
  if (activity.state === "cancelled") return refuse("activity.isCancelled");
  const was = activity.closesOn === null ? null : civilDate(activity.closesOn);
  const fields = [
    ...(["title", "summary"] as const).filter((field) => activity[field] !== survey[field]),
    ...(was === survey.closesOn ? [] : ["closesOn"]),
  ];
  const unchanged = ok({ activityId: activity.id, toTell: 0 });
  if (fields.length === 0) return unchanged;
  const { title, summary } = survey;
  await keepChange(ctx, activity, { title, summary, closesOn: dateColumn(survey.closesOn) });
  if (activity.state !== "draft") {
    await appendEntry(ctx, activity.organisationId, changedEvent(ctx, activity, fields));
  }
  return unchanged;
}
