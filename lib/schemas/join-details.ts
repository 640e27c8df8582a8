import { z } from "zod";
import { addressFields, emailField, nameFields, phoneField, wholeAddress } from "./details";

const fields = z.strictObject({ ...nameFields, ...emailField, phone: phoneField, ...addressFields });

/**
 * The details page of joining. Empty strings where nothing was given; the phone number in E.164, the postcode as it is
 * written, the e-mail address as it is compared.
 */
export const joinDetailsSchema = fields.superRefine(wholeAddress);

/** The same page as posted; `change` is there when it was opened from the answers to put something right. */
export const joinDetailsPageSchema = fields
  .extend({ change: z.literal("1").optional() })
  .superRefine(wholeAddress);

export type JoinDetails = z.output<typeof joinDetailsSchema>;
