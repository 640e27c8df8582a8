import { z } from "zod";
import { staffRoles } from "@/lib/policy/vocabulary";
import { emailAddress } from "./email-address";

/** The parts one can play in the demo. */
export const demoRoles = ["resident", ...staffRoles] as const;
export type DemoRole = (typeof demoRoles)[number];

/** Asking for a code. */
export const signInRequestSchema = z.strictObject({ email: emailAddress("signIn.email") });

/** Eight digits, however they were pasted: spaces, dashes and line ends do not matter. */
const code = z
  .string({ error: "signIn.code.missing" })
  .transform((typed) => typed.normalize("NFKC").replace(/[\s.\-–]/g, ""))
  .superRefine((typed, context) => {
    if (typed === "") context.addIssue({ code: "custom", message: "signIn.code.missing" });
    else if (!/^\d{8}$/.test(typed)) context.addIssue({ code: "custom", message: "signIn.code.unreal" });
  });

export const signInCodeSchema = z.strictObject({ code });

/** The page a link opens: with the code typed when another browser asked. */
export const signInLinkSchema = z.strictObject({ link: z.string(), code: code.optional() });

export const choosePersonSchema = z.strictObject({
  memberId: z.uuid({ error: "signIn.person.missing" }),
});

export const demoSignInSchema = z.strictObject({ role: z.enum(demoRoles) });
