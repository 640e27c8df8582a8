import { log } from "@/lib/log";
import type { Actor } from "@/lib/policy/permission";
import { beginRuns } from "@/lib/usecases/permission/begin-runs";
import { walkPermission } from "@/lib/usecases/permission/walk-permission";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };
/** Members looked at in one transaction: large enough to be quick, small enough to hold nobody up. */
const size = 4_000;
/** Parts before it is asked again whether another run is due. */
const parts = 4;

/** Does the next part of a run over all contact permission. Returns whether there was one. */
async function walkPart(): Promise<boolean> {
  const result = await runUseCase(walkPermission, worker, { size });
  if (!result.ok || result.value === null) return false;
  const { panelId, kind, differing, finished } = result.value;
  if (finished && kind === "check" && differing > 0)
    log.error("Stored contact permission is not what the gate says", {
      code: "permission.differed",
      panelId,
      count: differing,
    });
  return true;
}

/** Begins what is due and does the next parts of the runs over all contact permission. Returns how many there were. */
export async function permissionRound(): Promise<number> {
  await runUseCase(beginRuns, worker, null);
  let done = 0;
  while (done < parts && (await walkPart())) done += 1;
  return done;
}
