import { z } from "zod";
import { erasureReasons } from "@/lib/policy/erasure";

/** Erasing a member: on which ground, and that it was understood that nothing brings them back. */
export const erasureSchema = z
  .strictObject({
    reference: z.string().regex(/^[A-Z]{1,6}-[0-9A-Z]{3,12}$/, { error: "form.unreadable" }),
    reasonCode: z.enum(erasureReasons, { error: "erasure.reasonCode.missing" }),
    sure: z.literal("on", { error: "erasure.sure.missing" }),
  })
  .transform(({ sure: _, ...erasure }) => erasure);
