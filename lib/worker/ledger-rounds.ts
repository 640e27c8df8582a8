import { checkAndHold } from "@/lib/ledger/check/check-and-hold";
import type { Actor } from "@/lib/policy/permission";
import { alarmOfficers } from "@/lib/usecases/ledger/alarm-officers";
import { beginCheck } from "@/lib/usecases/ledger/begin-check";
import { finishCheck } from "@/lib/usecases/ledger/finish-check";
import { recordNight } from "@/lib/usecases/ledger/record-night";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };

/**
 * Makes one of the checks that last night asks for: holds sending for what is wrong, before anything else, and then records
 * it. Of a ledger that cannot be read there is nothing to record but that it is held. Returns how many checks were made.
 */
export async function ledgerRound(): Promise<number> {
  const begun = await runUseCase(beginCheck, worker, null);
  if (!begun.ok || begun.value === null) return 0;
  const { organisationId } = begun.value;
  const checked = await checkAndHold(organisationId);
  // One that took an hour may have been taken over: it is recorded by whoever ends it.
  const good = checked?.good ?? false;
  const finished = await runUseCase(finishCheck, worker, { ...begun.value, good });
  if (checked !== null && finished.ok && finished.value)
    await runUseCase(recordNight, worker, { organisationId, checked });
  return 1;
}

/** Writes to the officers about what is newly held, by a check, at a start or while signing. Returns how many mails. */
export async function alarmRound(): Promise<number> {
  const alarmed = await runUseCase(alarmOfficers, worker, null);
  return alarmed.ok ? alarmed.value : 0;
}
