import { randomUUID } from "node:crypto";
import type { ActionRow } from "./actions";
import { formDay } from "./form-day";

const create = { verb: "activity.create", of: "panel" } as const;
const changeIt = { verb: "activity.change", of: "panel" } as const;
const unknownActivity = { activity: randomUUID(), revision: "0" };

const focusGroup = {
  title: "Never held",
  summary: "Nobody is asked.",
  ...formDay("date"),
  startsAt: "18:00",
  endsAt: "19:00",
  place: "Nowhere",
  capacity: "1",
  adjustmentsAsked: "What would help?",
};

/** What is done with focus groups and surveys. */
export const activityActions: Readonly<Record<string, ActionRow>> = {
  "app/staff/[panel]/activities/new/actions.ts#createFocusGroup": {
    ...create,
    form: { purposeKey: "none-such", ...focusGroup },
  },
  "app/staff/[panel]/surveys/new/actions.ts#createSurvey": {
    ...create,
    form: {
      purposeKey: "none-such",
      title: "Never asked",
      summary: "Nobody is asked.",
      ...formDay("closesOn"),
    },
  },
  // Published while it is empty, which is refused; then filled, so that there is something to move.
  "app/staff/[panel]/surveys/[id]/questions/actions.ts#publishSurveyDraft": {
    ...create,
    form: { activity: "{draft}" },
  },
  "app/staff/[panel]/surveys/[id]/questions/actions.ts#addSurveyQuestion": {
    ...create,
    form: { type: "comment", activity: "{draft}", title: "Why?" },
  },
  "app/staff/[panel]/surveys/[id]/questions/actions.ts#placeSurveyQuestion": {
    ...create,
    form: { activity: "{draft}", question: "q1", move: "up" },
  },
  "app/staff/[panel]/activities/[id]/attendance/actions.ts#markAttendance": {
    verb: "attendance.mark",
    of: "panel",
    form: { session: "{session}" },
  },
  "app/staff/[panel]/activities/[id]/edit/actions.ts#saveFocusGroup": {
    ...changeIt,
    form: { ...unknownActivity, ...focusGroup },
  },
  "app/staff/[panel]/activities/[id]/edit/actions.ts#saveSurvey": {
    ...changeIt,
    form: { ...unknownActivity, title: "Never asked", summary: "Nobody is asked.", ...formDay("closesOn") },
  },
  "app/staff/[panel]/activities/[id]/close/actions.ts#closeEarly": { ...changeIt, form: unknownActivity },
  "app/staff/[panel]/activities/[id]/close/actions.ts#reopen": { ...changeIt, form: unknownActivity },
  "app/staff/[panel]/activities/[id]/cancel/actions.ts#sayWhy": {
    ...changeIt,
    form: { activity: randomUUID(), reason: "The hall has flooded." },
  },
  "app/staff/[panel]/activities/[id]/cancel/actions.ts#callOff": {
    ...changeIt,
    form: {
      ...unknownActivity,
      reason: "The hall has flooded.",
      subject: "Cancelled",
      promotion: "none",
      key: randomUUID(),
    },
  },
};
