import { z } from "zod";
import { afterCommit, type Tx } from "@/lib/db/transaction";
import { erasureReasons } from "@/lib/policy/erasure";
import { writeJournal } from "./journal-file";

/** Somebody was erased. What a recovery repeats, so that an older copy brings nobody back. */
export const journaledErasureSchema = z.object({
  organisation: z.uuid(),
  panel: z.uuid(),
  subject: z.uuid(),
  reasonCode: z.enum(erasureReasons),
  at: z.iso.datetime(),
});

export type JournaledErasure = z.output<typeof journaledErasureSchema>;

/** Has the erasure journaled once the transaction is kept and before anybody is told so. */
export function journalErasure(tx: Tx, line: JournaledErasure): void {
  afterCommit(tx, async () => writeJournal("erasures", [line]));
}
