import { z } from "zod";
import { emailAddress } from "./email-address";

/** An address that gets the newest checkpoint of the ledger once a day. */
export const addRecipientSchema = z.strictObject({ email: emailAddress("checkpointRecipient.email") });

/** Which one is taken off the list. */
export const removeRecipientSchema = z.strictObject({ id: z.uuid() });

/** Which part of the list of checkpoints; anything else is the newest. */
export const checkpointQuerySchema = z.object({
  before: z
    .string()
    .regex(/^\d{1,9}-\d{1,18}$/)
    .optional()
    .catch(undefined),
});
