"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveLeave, savePause, saveResume } from "@/lib/actions/resident/membership";
import { saveChoices } from "@/lib/actions/resident/save-choices";
import { saveAgain, saveUnsubscribe } from "@/lib/actions/resident/unsubscribe";
import { choicesSchema, linkLeaveSchema, linkPressSchema, pauseSchema } from "@/lib/schemas/choices";

export const changeChoicesByLink = formAction({
  name: "preferences.changeChoices",
  verb: "choices.change",
  as: "preferences",
  schema: choicesSchema,
  keep: ["choice-*"],
  run: (call, input) => saveChoices(call, input, `/preferences/${input.token ?? ""}`),
});

export const pauseByLink = formAction({
  name: "preferences.pause",
  verb: "membership.pause",
  as: "preferences",
  schema: pauseSchema,
  keep: ["length", "until-*"],
  run: (call, input) => savePause(call, input, `/preferences/${input.token ?? ""}/pause`),
});

export const resumeByLink = formAction({
  name: "preferences.resume",
  verb: "membership.pause",
  as: "preferences",
  schema: linkPressSchema,
  keep: [],
  run: (call, input) => saveResume(call, `/preferences/${input.token}`),
});

export const leaveByLink = formAction({
  name: "preferences.leave",
  verb: "membership.leave",
  as: "preferences",
  schema: linkLeaveSchema,
  keep: ["reason"],
  run: (call, input) => saveLeave(call, `/preferences/${input.token}/leave`, input.reason),
});

export const unsubscribeByLink = formAction({
  name: "preferences.unsubscribe",
  verb: "choices.change",
  as: "unsubscribe",
  schema: linkPressSchema,
  keep: [],
  run: (call, input) => saveUnsubscribe(call, input.token),
});

export const startAgainByLink = formAction({
  name: "preferences.startAgain",
  verb: "choices.change",
  as: "unsubscribe",
  schema: linkPressSchema,
  keep: [],
  run: (call, input) => saveAgain(call, input.token),
});
