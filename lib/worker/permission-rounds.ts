import { log } from "@/lib/log";
import type { Actor } from "@/lib/policy/permission";
import { beginRuns } from "@/lib/usecases/permission/begin-runs";
import { walkPermission } from "@/lib/usecases/permission/walk-permission";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };
/** Members looked at in one transaction: large enough to be quick, small enough to hold nobody up. */
const size = 2_500;

/** Begins what is due and does the next part of a run over all contact permission. Returns 1 when there was one. */
export async function permissionRound(): Promise<number> {
  await runUseCase(beginRuns, worker, null);
  const result = await runUseCase(walkPermission, worker, { size });
  if (!result.ok || result.value === null) return 0;
  const { panelId, kind, differing, finished } = result.value;
  if (finished && kind === "check" && differing > 0)
    log.error("Stored contact permission is not what the gate says", {
      code: "permission.differed",
      panelId,
      count: differing,
    });
  return 1;
}
