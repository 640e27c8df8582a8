"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveLeave } from "@/lib/actions/resident/membership";
import { pressSchema } from "@/lib/schemas/choices";

export const leave = formAction({
  name: "my.leave",
  verb: "membership.leave",
  as: "session",
  schema: pressSchema,
  keep: [],
  run: (call) => saveLeave(call, "/my/leave"),
});
