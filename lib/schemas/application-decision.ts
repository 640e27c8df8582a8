import { z } from "zod";
import { isReasonFor, type DecisionReason } from "@/lib/policy/application-round";

const longest = 600;
const own = z
  .string()
  .default("")
  .transform((typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").trim())
  .refine((text) => text.length <= longest, { error: "applicationWords.long" });

/** A member's reference, as addresses and forms carry it. */
const referenceSchema = z.string().regex(/^[A-Z]{1,6}-[0-9A-Z]{3,12}$/, { error: "form.unreadable" });

/** A decision on an application: which, why, in whose words, and that it was read. */
export const applicationDecisionSchema = z
  .strictObject({
    reference: referenceSchema,
    decided: z.enum(["accepted", "unsuccessful"], { error: "form.unreadable" }),
    reason: z.string({ error: "applicationReason.missing" }),
    words: own,
    read: z.literal("on", { error: "applicationRead.missing" }),
  })
  .refine(({ decided, reason }) => isReasonFor(decided, reason), {
    path: ["reason"],
    error: "applicationReason.missing",
  })
  .transform(({ reason, read: _, ...decision }) => ({ ...decision, reason: reason as DecisionReason }));

export type ApplicationDecision = z.output<typeof applicationDecisionSchema>;

const places = ["waiting", "accepted", "unsuccessful", "withdrawn", "all"] as const;

/** The address of the list of applications; what cannot be read is as if not there. */
export const applicationListSchema = z.object({
  show: z.enum(places).catch("waiting").default("waiting"),
  after: z.uuid().optional().catch(undefined),
});
export type ApplicationsShown = (typeof places)[number];
