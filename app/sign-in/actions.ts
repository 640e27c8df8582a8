"use server";
import { formAction } from "@/lib/actions/form-action";
import { chooseSelf, tryLink } from "@/lib/actions/sign-in/try-here";
import { choosePersonSchema, signInLinkSchema } from "@/lib/schemas/sign-in";

const shared = { verb: "signIn.request", as: "session", panel: "none", keep: [] } as const;

export const signInByLink = formAction({
  ...shared,
  name: "signInByLink",
  schema: signInLinkSchema,
  run: (_call, { link, code }) => tryLink(link, code),
});

export const chooseWhoSignsIn = formAction({
  ...shared,
  name: "chooseWhoSignsIn",
  schema: choosePersonSchema,
  run: (_call, { memberId }) => chooseSelf(memberId),
});
