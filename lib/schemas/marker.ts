import { z } from "zod";
import { lineMarkers, memberMarkers } from "@/lib/policy/marker";
import { restrictionGrounds } from "@/lib/policy/restriction";

const evidence = z
  .string()
  .trim()
  .max(200, { error: "evidence.long" })
  .optional()
  .transform((text) => text ?? "");

/** A marker is never set without saying where it is known from; taking it back needs nothing. */
function withEvidence({ holds, evidence: said }: { holds: boolean; evidence: string }): boolean {
  return !holds || said !== "";
}
const missing = { path: ["evidence"], error: "evidence.missing" };

const holds = z.enum(["yes", "no"], { error: "form.unreadable" }).transform((said) => said === "yes");
const reference = z.string().min(1).max(20);

/** The press that notes that a member died, or is not visited. */
export const markMemberSchema = z
  .strictObject({ reference, marker: z.enum(memberMarkers, { error: "form.unreadable" }), holds, evidence })
  .refine(withEvidence, missing);

/** The press that notes something about one address of a member. */
export const markLineSchema = z
  .strictObject({
    reference,
    line: z.uuid({ error: "form.unreadable" }),
    marker: z.enum(lineMarkers, { error: "form.unreadable" }),
    holds,
    evidence,
  })
  .refine(withEvidence, missing);

const reasons = z.string().trim().min(10, { error: "reasons.short" }).max(2_000, { error: "reasons.long" });

/** The press that puts a member's details aside. */
export const restrictMemberSchema = z.strictObject({
  reference,
  ground: z.enum(restrictionGrounds, { error: "ground.missing" }),
  method: z.enum(["web", "phone", "paper", "inPerson"], { error: "method.missing" }),
  evidence: evidence.refine((said) => said !== "", { error: "evidence.missing" }),
});

/** The press that announces that a member's details are used again, with the reason they are told. */
export const liftRestrictionSchema = z.strictObject({ reference, reasons });

/** What is decided about an objection, with the reasons. */
export const decideObjectionSchema = z.strictObject({
  reference,
  purposeKey: z.string().min(1).max(64),
  outcome: z.enum(["accepted", "overridden"], { error: "outcome.missing" }),
  reasons,
});

/** The press that records how somebody was told what was decided: about the objection named, or that a restriction ends. */
export const recordTellingSchema = z.strictObject({
  reference,
  objectionOutcomeId: z
    .uuid({ error: "form.unreadable" })
    .optional()
    .transform((id) => id ?? null),
  place: z.enum(["phone", "letter", "inPerson"], { error: "telling.place" }),
  evidence: evidence.refine((said) => said !== "", { error: "evidence.missing" }),
});
