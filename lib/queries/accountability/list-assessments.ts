import { londonDate } from "@/lib/clock";
import { standingOf, type Standing } from "@/lib/policy/reviews";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { countMessagesPerDay } from "./count-messages";

/** An assessment that the policy names, how it stands today and what rests on it. */
export type AssessmentLine = Omit<Standing, "purposes" | "fields"> & {
  /** Names of the purposes and labels of the fields that rest on it. */
  readonly purposes: readonly string[];
  readonly fields: readonly string[];
  /** Messages a day that rest on it, as sent in the last 30 days. */
  readonly messagesPerDay: number;
};

/** Every assessment of the panel as it counts today (civil, Europe/London), overdue first. */
export async function listAssessments(viewer: Viewer, at: Date): Promise<readonly AssessmentLine[]> {
  authorise(viewer, "accountability.view");
  const { purposes, fields } = viewer.panel.document;
  const perDay = await countMessagesPerDay(viewer, at);
  return standingOf(viewer.panel.document, londonDate(at)).map((one) => ({
    ...one,
    purposes: purposes.filter(({ key }) => one.purposes.includes(key)).map(({ name }) => name),
    fields: fields.filter(({ key }) => one.fields.includes(key)).map(({ label }) => label),
    messagesPerDay: one.purposes.reduce((sum, key) => sum + (perDay.get(key) ?? 0), 0),
  }));
}
