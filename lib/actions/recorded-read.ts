import type { Granted } from "@/lib/auth/require-actor";
import { recordRead, type ReadToRecord } from "@/lib/usecases/ledger/record-read";
import { runUseCase } from "@/lib/usecases/run";

/**
 * For pages that show one person's trail, or what they asked for: records the reading in a transaction of its own, committed before the page
 * asks for anything. If it cannot be recorded, the page fails and shows nothing.
 */
export async function recordedRead(
  granted: Granted,
  subjectRef: string,
  view: ReadToRecord["view"],
): Promise<void> {
  const { organisationId, id: panelId } = granted.panel;
  const recorded = await runUseCase(recordRead, granted.actor, { organisationId, panelId, subjectRef, view });
  if (!recorded.ok) throw new Error(`The reading could not be recorded: ${recorded.error.code}`);
}
