import { z } from "zod";

/** What something that was wrong with the ledger turned out to be. The trail keeps it for ever, so it is a closed list. */
export const holdCauses = ["restored", "repaired", "sealedAnew", "falseAlarm"] as const;
export type HoldCause = (typeof holdCauses)[number];

/** Letting sending go on. */
export const releaseHoldSchema = z.strictObject({
  holdId: z.uuid({ error: "form.unreadable" }),
  because: z.enum(holdCauses, { error: "hold.causeMissing" }),
});

/** Checkpoints that somebody kept: signed notes, one after the other. */
export const compareCheckpointsSchema = z.strictObject({
  notes: z
    .string()
    .trim()
    .min(1, { error: "checkpoint.missing" })
    .max(1_000_000, { error: "checkpoint.long" }),
  fileName: z.string().max(255).optional(),
});
