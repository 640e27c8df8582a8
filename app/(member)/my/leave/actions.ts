"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveLeave } from "@/lib/actions/resident/membership";
import { leaveSchema } from "@/lib/schemas/choices";

export const leave = formAction({
  name: "my.leave",
  verb: "membership.leave",
  as: "session",
  schema: leaveSchema,
  keep: ["reason"],
  run: (call, { reason }) => saveLeave(call, "/my/leave", reason),
});
