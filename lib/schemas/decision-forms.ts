import { z } from "zod";
import { londonDate, now } from "@/lib/clock";
import { isCivilDate } from "@/lib/policy/civil";
import { channels } from "@/lib/policy/vocabulary";
import { gatherDate } from "./activity-date";
import { firstBroken } from "./activity-words";

/** A list of decisions, pasted or as a file. */
export const decisionListFormSchema = z.strictObject({
  list: z.string().min(1, "list.missing"),
  fileName: z.string().max(255).optional(),
});

/** The presses on a list that waits. */
export const decisionListPressSchema = z.strictObject({ upload: z.uuid({ error: "form.unreadable" }) });

/** How a person can tell us something other than on our pages. */
export const toldMethods = ["phone", "paper", "inPerson"] as const;

const told = z.strictObject({
  reference: z.string().max(20),
  purposeKey: z.string({ error: "told.purposeKey.missing" }).min(1, "told.purposeKey.missing").max(64),
  channel: z.enum([...channels, "every"], { error: "told.channel.missing" }),
  answer: z.enum(["yes", "no"], { error: "told.answer.missing" }),
  day: z
    .string()
    .superRefine(
      firstBroken<string>(
        [(day) => day !== "", "told.day.missing"],
        [(day) => isCivilDate(day) && day >= "2000-01-01", "told.day.unreal"],
        [(day) => day <= londonDate(now()), "told.day.ahead"],
      ),
    ),
  method: z.enum(toldMethods, { error: "told.method.missing" }),
  script: z.string().trim().max(100, "told.script.long").default(""),
  evidence: z.string().trim().min(1, "told.evidence.missing").max(200, "told.evidence.long"),
});

/** What a member told somebody who works here. */
export const toldSchema = z.preprocess((form) => gatherDate("day", form), told);
