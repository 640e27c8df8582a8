import { checkLedger } from "@/lib/ledger/check/check-ledger";
import { openHold } from "@/lib/ledger/hold";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/policy/permission";
import { beginCheck } from "@/lib/usecases/ledger/begin-check";
import { finishCheck } from "@/lib/usecases/ledger/finish-check";
import { recordNight } from "@/lib/usecases/ledger/record-night";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };

/**
 * Makes one of the checks that last night asks for: holds sending for what is wrong, before anything else, and then records
 * it and tells the data protection officers. Returns how many checks were made.
 */
export async function ledgerRound(): Promise<number> {
  const begun = await runUseCase(beginCheck, worker, null);
  if (!begun.ok || begun.value === null) return 0;
  const { organisationId } = begun.value;
  const checked = await checkLedger(organisationId);
  const { integrity, completeness, anchored, verification } = checked;
  for (const reason of checked.holds) {
    await openHold(organisationId, reason, { integrity, completeness, anchored });
    log.error("A nightly check found something wrong with a ledger", {
      organisationId,
      code: `ledger.${reason}`,
      count: Number(verification.headSeq),
    });
  }
  try {
    await runUseCase(recordNight, worker, { organisationId, checked });
  } finally {
    // A ledger that takes no entry is when the officers must be told most.
    await runUseCase(finishCheck, worker, { ...begun.value, checked });
  }
  return 1;
}
