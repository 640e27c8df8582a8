import { z } from "zod";
import { trailReason } from "./trail-forms";

/** What a pack is about. */
export const packScopes = ["person", "activity", "whole"] as const;
export type PackScope = (typeof packScopes)[number];

const typed = z
  .string()
  .trim()
  .max(80, { error: "form.unreadable" })
  .transform((text) => (text === "" ? undefined : text))
  .optional();

/** Asking for evidence to be put together. */
export const askPackSchema = z
  .strictObject({
    scope: z.enum(packScopes, { error: "pack.scopeMissing" }),
    member: typed,
    activity: z
      .union([z.literal("").transform(() => undefined), z.uuid({ error: "form.unreadable" })])
      .optional(),
    reason: trailReason,
  })
  .refine(({ scope, member }) => scope !== "person" || member !== undefined, {
    path: ["member"],
    error: "pack.memberMissing",
  })
  .refine(({ scope, activity }) => scope !== "activity" || activity !== undefined, {
    path: ["activity"],
    error: "pack.activityMissing",
  });

/** What the address of the form may name beforehand. */
export const packQuerySchema = z.object({
  scope: z.enum(packScopes).optional().catch(undefined),
  member: z.string().max(80).optional().catch(undefined),
  activity: z.uuid().optional().catch(undefined),
});
