import { z } from "zod";
import { statedMethods, type StatedOutcome } from "@/lib/policy/stated-decision";
import { channels } from "@/lib/policy/vocabulary";

// A list of decisions that waits to be confirmed, as `list_upload.rows` holds it: members by their id.

const lineSchema = z.strictObject({
  line: z.int(),
  memberId: z.uuid(),
  purposeKey: z.string(),
  channel: z.enum(channels).nullable(),
  decision: z.enum(["given", "refused", "withdrawn", "objected"]),
  day: z.string(),
  method: z.enum(statedMethods),
  wording: z.string(),
  script: z.string(),
  /** The notice the yes rests on; null where there is no proof, and for a "no", which needs none. */
  noticeId: z.uuid().nullable(),
  recordedBy: z.string(),
  evidence: z.string(),
});

/** A decision about somebody we know, ready to be recorded. */
export type StagedDecision = z.output<typeof lineSchema>;

export const stagedDecisionsSchema = z.strictObject({
  /** SHA-256 of the file's text, hex. */
  fileHash: z.string(),
  lines: z.array(lineSchema),
  /** Lines that said the same as another. */
  repeated: z.int(),
  /** Lines that a more protective one of the same day, person and matter outweighs. */
  outweighed: z.array(z.int()),
  problems: z.array(z.strictObject({ line: z.int(), column: z.string(), code: z.string() })),
});
export type StagedDecisions = z.output<typeof stagedDecisionsSchema>;

const count = z.int().min(0);

/** What came of a list, as `list_upload.counts` holds it. */
export const decisionCountsSchema = z.strictObject({
  recorded: count,
  members: count,
  counts: count,
  unproven: count,
  noStands: count,
  stops: count,
  overtaken: count,
  outweighed: count,
  repeated: count,
  sentInGap: count,
});
export type DecisionCounts = z.output<typeof decisionCountsSchema>;

/**
 * What a list comes to.
 * @param left what each decision came to that is left of it; a line that says what is known already counts as repeated
 */
export function decisionTotals(
  { lines, repeated, outweighed }: StagedDecisions,
  left: readonly { readonly memberId: string; readonly outcome: StatedOutcome }[],
): Omit<DecisionCounts, "sentInGap"> {
  const of = (outcome: StatedOutcome) => left.filter((one) => one.outcome === outcome).length;
  return {
    recorded: left.length,
    members: new Set(left.map(({ memberId }) => memberId)).size,
    counts: of("counts"),
    unproven: of("unproven"),
    noStands: of("noStands"),
    stops: of("stops"),
    overtaken: of("overtaken"),
    outweighed: outweighed.length,
    repeated: repeated + lines.length - left.length,
  };
}
