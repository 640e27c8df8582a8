import { z } from "zod";
import { channels } from "@/lib/policy/vocabulary";

// Lists that wait to be confirmed, as `list_upload.rows` holds them: keyed hashes, never an address.

const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** A line of the list of stops, ready to be added. */
export const stagedStopSchema = z.strictObject({
  addressHash: hash.nullable(),
  addressHint: z.string().max(4).nullable(),
  subjectRef: z.uuid().nullable(),
  purposeKey: z.string().max(64).nullable(),
  messageKind: z.enum(["directMarketing"]).nullable(),
  channel: z.enum(channels).nullable(),
  receivedOn: z.string(),
  source: z.enum(["phone", "paper", "email", "inPerson", "import"]),
  evidence: z.string(),
});
export type StagedStop = z.output<typeof stagedStopSchema>;
export const stagedStopsSchema = z.array(stagedStopSchema);

/** A number and what the register said about it. */
export const stagedNumbersSchema = z.array(
  z.strictObject({ numberHash: hash, result: z.enum(["clear", "listed"]) }),
);
export type StagedNumber = z.output<typeof stagedNumbersSchema>[number];
