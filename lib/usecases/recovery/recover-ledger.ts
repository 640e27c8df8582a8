import { openHolds } from "@/lib/ledger/hold";
import { checkpointText } from "@/lib/ledger/checkpoint/checkpoint";
import { findMissing } from "@/lib/ledger/recover/missing";
import { newestPublished } from "@/lib/ledger/recover/published";
import type { Result } from "@/lib/result";
import { beginRecovery } from "./begin-recovery";
import { finishRecovery } from "./finish-recovery";
import { repeatErasure } from "./repeat-erasure";
import { repeatNo } from "./repeat-no";
import { repeatStops } from "../suppression/repeat-stops";
import { runRecovering } from "./run-recovering";

const atOnce = 200;

export type Recovered = {
  readonly stops: number;
  readonly erasures: number;
  /** Lines of the journals that could not be read: somebody must look at them. */
  readonly broken: number;
};

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The recovery was refused: ${result.error.code}`);
  return result.value;
}

/**
 * Brings an organisation's ledger on from an older copy of the database: a new epoch whose first entry carries what was
 * published last, every journaled stop and erasure that the copy does not know, then the end of the hold. Each step is a
 * transaction of its own and finds out by itself what is left to do, so a recovery that was cut off is run again.
 * @param say what is told meanwhile
 */
export async function recoverLedger(
  organisationId: string,
  say: (line: string) => void,
): Promise<Recovered | null> {
  const holds = await openHolds(organisationId);
  if (!holds.some(({ reason }) => reason === "behind")) return null;
  const published = await newestPublished(organisationId);
  const { opened, settled } = done(
    await runRecovering(beginRecovery, {
      ...{ organisationId, reason: "restored" as const, atLeast: (published?.epoch ?? 0) + 1 },
      checkpoint: published === null ? null : checkpointText(published),
    }),
  );
  if (opened === null) say("  An earlier run has opened the new epoch; this one goes on.");
  else
    say(
      `  Epoch ${opened.epoch} opened at entry ${opened.seq}; ${settled} waiting messages will not be sent.`,
    );
  const { stops, noes, erasures, broken } = await findMissing(organisationId, null);
  say(`  Missing here: ${noes.length} noes, ${stops.length} stops, ${erasures.length} erasures.`);
  let repeated = 0;
  for (let from = 0; from < stops.length; from += atOnce) {
    const part = stops.slice(from, from + atOnce);
    repeated += done(await runRecovering(repeatStops, { organisationId, stops: part }));
  }
  for (const no of noes) {
    done(await runRecovering(repeatNo, { organisationId, no }));
    repeated += 1;
    if (repeated % atOnce === 0) say(`  ${repeated} stops repeated.`);
  }
  for (const erasure of erasures) done(await runRecovering(repeatErasure, { organisationId, erasure }));
  const counts = { stopsRepeated: repeated, erasuresRepeated: erasures.length };
  done(
    await runRecovering(finishRecovery, { organisationId, publishedSize: published?.size ?? 0n, ...counts }),
  );
  return { stops: repeated, erasures: erasures.length, broken };
}
