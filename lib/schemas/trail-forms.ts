import { z } from "zod";
import { trailQuerySchema, trailViewFilterSchema } from "./trail-query";

const narrowed = trailViewFilterSchema.shape;

/** Somebody's name, to find their reference by. */
export const findPersonSchema = z.strictObject({
  words: z.string().trim().min(1, { error: "trail.nameMissing" }).max(120, { error: "memberSearch.long" }),
});

const name = z
  .string()
  .trim()
  .min(1, { error: "trailView.nameMissing" })
  .max(80, { error: "trailView.nameLong" });

/** Keeping what the trail is narrowed to now. */
export const saveViewSchema = z.strictObject({
  ...narrowed,
  name,
  shared: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

/** Another name for a view, and whether colleagues see it. */
export const changeViewSchema = z.strictObject({
  viewId: z.uuid({ error: "form.unreadable" }),
  name,
  shared: saveViewSchema.shape.shared,
});

export const deleteViewSchema = z.strictObject({ viewId: z.uuid({ error: "form.unreadable" }) });

/** Why evidence leaves the product. The trail keeps it for ever, so it is a closed list. */
export const trailReasons = [
  "audit",
  "regulator",
  "complaint",
  "accessRequest",
  "court",
  "assurance",
] as const;
export type TrailReason = (typeof trailReasons)[number];

export const exportFormats = ["csv", "json", "pdf"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const trailReason = z.enum(trailReasons, { error: "exportReason.missing" });

/** Taking out what the trail is narrowed to now. */
export const exportTrailSchema = z.strictObject({
  ...narrowed,
  member: trailQuerySchema.shape.member,
  format: z.enum(exportFormats, { error: "trail.formatMissing" }),
  reason: trailReason,
});
