import type { ActionRow } from "./actions";
import { formDay } from "./form-day";

const choices = { "choice-research-email": "yes" };

/** The presses behind a signed link, without signing in. */
export const linkActions: Readonly<Record<string, ActionRow>> = {
  "app/(public)/invitation/[token]/actions.ts#answerByLink": {
    verb: "invitation.answer",
    of: "invitation",
    form: { answer: "declined" },
  },
  "app/(public)/invitation/[token]/actions.ts#answerSurveyByLink": {
    verb: "survey.answer",
    of: "invitation",
    form: { "one.q1": "Good" },
  },
  "app/(public)/new-address/[token]/actions.ts#confirmNewAddress": {
    verb: "newAddress.confirm",
    of: "newAddress",
    form: {},
  },
  "app/(public)/preferences/[token]/actions.ts#changeChoicesByLink": {
    verb: "choices.change",
    of: "preferences",
    form: choices,
  },
  "app/(public)/preferences/[token]/actions.ts#pauseByLink": {
    verb: "membership.pause",
    of: "preferences",
    form: { length: "date", ...formDay("until") },
  },
  "app/(public)/preferences/[token]/actions.ts#resumeByLink": {
    verb: "membership.pause",
    of: "preferences",
    form: {},
  },
  "app/(public)/preferences/[token]/actions.ts#leaveByLink": {
    verb: "membership.leave",
    of: "preferences",
    form: {},
  },
  "app/(public)/preferences/[token]/actions.ts#unsubscribeByLink": {
    verb: "choices.change",
    of: "unsubscribe",
    form: {},
  },
  "app/(public)/preferences/[token]/actions.ts#startAgainByLink": {
    verb: "choices.change",
    of: "unsubscribe",
    form: {},
  },
};
