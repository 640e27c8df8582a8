import { z } from "zod";
import { isCivilDate } from "@/lib/policy/civil";
import { gatherDate } from "./activity-date";
import { firstBroken } from "./activity-words";

const run = z.uuid({ error: "form.unreadable" });

/** Beginning a run: as of which day, and which preview it takes the place of. Without a day, today. */
export const beginDisposalSchema = z.preprocess(
  (form) => gatherDate("asOf", form),
  z
    .strictObject({
      asOf: z
        .string()
        .superRefine(firstBroken<string>([(day) => day === "" || isCivilDate(day), "disposal.asOf.unreal"])),
      replaces: run.optional(),
    })
    .transform(({ asOf, replaces }) => ({ asOf: asOf === "" ? undefined : asOf, replaces })),
);

/** A press about one run. */
export const disposalPressSchema = z.strictObject({ run });

/** The second person's approval; of a run that reaches very many, with their number. */
export const approveDisposalSchema = z.strictObject({
  run,
  sure: z.literal("on", { error: "disposal.sure.missing" }),
  people: z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, { error: "disposal.people.missing" })
    .transform(Number)
    .optional(),
});

/** Where a page of a run's people begins: after this item. */
export const disposalPlaceSchema = z
  .object({ person: z.uuid(), item: z.uuid() })
  .transform(({ person, item }) => ({ subjectRef: person, itemId: item }))
  .optional()
  .catch(undefined);
