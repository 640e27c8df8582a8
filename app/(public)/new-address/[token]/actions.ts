"use server";
import { formAction } from "@/lib/actions/form-action";
import { saveConfirmedEmail } from "@/lib/actions/resident/confirm-email";
import { linkPressSchema } from "@/lib/schemas/choices";

export const confirmNewAddress = formAction({
  name: "newAddress.confirm",
  verb: "newAddress.confirm",
  as: "newAddress",
  schema: linkPressSchema,
  keep: [],
  run: (call, input) => saveConfirmedEmail(call, input.token),
});
