"use server";
import { formAction } from "@/lib/actions/form-action";
import { askStaffForCode } from "@/lib/actions/sign-in/ask-staff";
import { tryTypedCode } from "@/lib/actions/sign-in/try-here";
import { signInCodeSchema, signInRequestSchema } from "@/lib/schemas/sign-in";

const shared = { verb: "signIn.request", as: "session", panel: "none" } as const;

export const askForStaffCode = formAction({
  ...shared,
  name: "askForStaffCode",
  schema: signInRequestSchema,
  keep: ["email"],
  run: (_call, { email }) => askStaffForCode(email),
});

export const enterStaffCode = formAction({
  ...shared,
  name: "enterStaffCode",
  schema: signInCodeSchema,
  keep: [],
  run: (_call, { code }) => tryTypedCode(code),
});
