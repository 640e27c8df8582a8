import type { Actor } from "@/lib/policy/permission";
import { expandNotices } from "@/lib/usecases/policy/expand-notices";
import { finishNotices } from "@/lib/usecases/policy/finish-notices";
import { putInForce } from "@/lib/usecases/policy/put-in-force";
import { recordSentNotices } from "@/lib/usecases/policy/record-sent-notices";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };
/** People looked at in one transaction. */
const size = 500;

/**
 * What a policy needs done by itself: approved drafts put in force when their day comes, notices of a change spread out,
 * those that were sent recorded, and versions closed of which everyone was told. Returns how much was done.
 */
export async function policyRound(): Promise<number> {
  const inForce = await runUseCase(putInForce, worker, null);
  const expanded = await runUseCase(expandNotices, worker, { size });
  const recorded = await runUseCase(recordSentNotices, worker, { size });
  const finished = await runUseCase(finishNotices, worker, null);
  const done = [
    inForce.ok && inForce.value.published,
    expanded.ok && expanded.value !== null,
    recorded.ok && recorded.value.told > 0,
    finished.ok && finished.value.finished,
  ];
  return done.filter(Boolean).length;
}
