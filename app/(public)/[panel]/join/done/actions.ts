"use server";
import { formAction } from "@/lib/actions/form-action";
import { takeBack } from "@/lib/actions/join/send";
import { nothingSchema } from "@/lib/schemas/join-start";

export const changeAddress = formAction({
  name: "changeAddress",
  verb: "join.apply",
  as: "session",
  schema: nothingSchema,
  keep: [],
  run: takeBack,
});
