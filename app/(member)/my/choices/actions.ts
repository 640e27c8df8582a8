"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveChoices } from "@/lib/actions/resident/save-choices";
import { choicesSchema } from "@/lib/schemas/choices";

export const changeChoices = formAction({
  name: "my.changeChoices",
  verb: "choices.change",
  as: "session",
  schema: choicesSchema,
  keep: ["choice-*"],
  run: (call, input) => saveChoices(call, input, "/my/choices"),
});
