"use server";
import { formAction } from "@/lib/actions/form-action";
import { send } from "@/lib/actions/join/send";
import { nothingSchema } from "@/lib/schemas/join-start";

export const sendJoin = formAction({
  name: "sendJoin",
  verb: "join.apply",
  as: "session",
  schema: nothingSchema,
  keep: [],
  run: send,
});
