import { z } from "zod";
import { addPeriod, isCivilDate } from "@/lib/policy/civil";
import { londonDate, now } from "@/lib/clock";
import { gatherDate } from "./activity-date";
import { firstBroken, lines, maybeLines } from "./activity-words";
import { partNamed } from "./policy-parts-form";

const revision = z.coerce.number().int().positive();

/** A press about the draft as it was on the screen. */
export const draftPressSchema = z.strictObject({ revision });

/** The press that takes an item out. */
export const itemRemovalSchema = z.strictObject({
  revision,
  item: z.string().min(1).max(64),
  part: z.string().transform((name, context) => {
    const part = partNamed(name);
    if (part === null) context.addIssue({ code: "custom", message: "form.unreadable" });
    return part ?? "general";
  }),
});

function isSoon(day: string): boolean {
  const last = addPeriod(londonDate(now()), "P2Y");
  return last !== null && day <= last;
}

/** The form that hands a draft to a second person. An empty day means as soon as it is approved. */
export const submissionSchema = z.preprocess(
  (form) => gatherDate("inForceOn", form),
  z.strictObject({
    revision,
    inForceOn: z
      .string()
      .superRefine(
        firstBroken<string>(
          [(day) => day === "" || isCivilDate(day), "inForceOn.unreal"],
          [(day) => day === "" || isSoon(day), "inForceOn.far"],
        ),
      ),
    summary: maybeLines("policySummary", 2_000),
    keptConsents: z.array(z.string().max(64)).max(8).default([]),
  }),
);

/** The form that sends a draft back. */
export const returnSchema = z.strictObject({ reason: lines("policyReason", 2_000) });

/** The most a policy document may be. */
export const mostDocumentBytes = 1_000_000;

/** The form of the draft as one document: typed, or the text of a file that was chosen instead. */
export const documentFormSchema = z
  .strictObject({
    revision,
    document: z.string().trim().min(1, "policyDocument.missing"),
    fileName: z.string().max(255).default(""),
  })
  .transform(({ fileName, ...form }) => {
    const yaml = /\.ya?ml$/iu.test(fileName) || !/^[[{"]/u.test(form.document);
    return { ...form, format: yaml ? ("yaml" as const) : ("json" as const) };
  });

/** The form that marks people as told by letter. */
export const lettersSchema = z.preprocess(
  (form) => gatherDate("postedOn", form),
  z.strictObject({
    people: z.array(z.uuid(), { error: "tellLetter.missing" }).min(1, "tellLetter.missing").max(200),
    postedOn: z
      .string()
      .superRefine(
        firstBroken<string>(
          [(day) => isCivilDate(day), "tellLetter.sentOnMissing"],
          [(day) => day <= londonDate(now()), "tellLetter.sentOnFuture"],
        ),
      ),
  }),
);
