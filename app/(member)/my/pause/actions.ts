"use server";
import { formAction } from "@/lib/actions/form-action";
import { savePause, saveResume } from "@/lib/actions/resident/membership";
import { pauseSchema, pressSchema } from "@/lib/schemas/choices";

export const pause = formAction({
  name: "my.pause",
  verb: "membership.pause",
  as: "session",
  schema: pauseSchema,
  keep: ["length", "until-*"],
  run: (call, input) => savePause(call, input, "/my/pause"),
});

export const resume = formAction({
  name: "my.resume",
  verb: "membership.pause",
  as: "session",
  schema: pressSchema,
  keep: [],
  run: (call) => saveResume(call, "/my"),
});
