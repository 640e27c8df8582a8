import { log } from "@/lib/log";
import type { Actor } from "@/lib/policy/permission";
import { buildPack } from "@/lib/ledger/export/build-pack";
import { finishPack } from "@/lib/usecases/evidence/finish-pack";
import { takePack } from "@/lib/usecases/evidence/take-pack";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };

/** Puts the evidence together that has waited longest. Returns 1 when there was some. */
export async function packRound(): Promise<number> {
  const taken = await runUseCase(takePack, worker, null);
  if (!taken.ok || taken.value === null) return 0;
  const { organisationId, id } = taken.value;
  try {
    await buildPack(taken.value);
    await runUseCase(finishPack, worker, { organisationId, id, failureCode: null });
  } catch (fault) {
    log.error("An evidence pack could not be put together", { organisationId, code: "pack.failed", fault });
    await runUseCase(finishPack, worker, { organisationId, id, failureCode: "pack.failed" });
  }
  return 1;
}
