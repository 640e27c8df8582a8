"use server";
import { formAction } from "@/lib/actions/form-action";
import { askForCode } from "@/lib/actions/sign-in/ask";
import { playDemoPerson } from "@/lib/actions/sign-in/demo";
import { tryTypedCode } from "@/lib/actions/sign-in/try-here";
import { demoSignInSchema, signInCodeSchema, signInRequestSchema } from "@/lib/schemas/sign-in";

const shared = { verb: "signIn.request", as: "session" } as const;

export const askForMemberCode = formAction({
  ...shared,
  name: "askForMemberCode",
  schema: signInRequestSchema,
  keep: ["email"],
  run: ({ panel }, { email }) => askForCode(panel, email, `/${panel.slug}/sign-in/code`),
});

/** The code is a secret: it is not among what may be shown back. */
export const enterMemberCode = formAction({
  ...shared,
  name: "enterMemberCode",
  schema: signInCodeSchema,
  keep: [],
  run: (_call, { code }) => tryTypedCode(code),
});

export const signInAsDemoPerson = formAction({
  ...shared,
  name: "signInAsDemoPerson",
  schema: demoSignInSchema,
  keep: [],
  run: (call, { role }) => playDemoPerson(call, role),
});
