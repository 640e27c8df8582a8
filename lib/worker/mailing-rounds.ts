import type { Actor } from "@/lib/policy/permission";
import { expandMailing } from "@/lib/usecases/mailing/expand-mailing";
import { finishMailing } from "@/lib/usecases/mailing/finish-mailing";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "worker" };
/** Members judged in one transaction: large enough to be quick, small enough to hold nothing up. */
const size = 500;

/** Spreads out the next part of a mailing. Returns 1 when there was one. */
export async function expandRound(): Promise<number> {
  const result = await runUseCase(expandMailing, worker, { size });
  return result.ok && result.value !== null ? 1 : 0;
}

/** Finishes a mailing whose messages are settled. Returns 1 when there was one. */
export async function finishRound(): Promise<number> {
  const result = await runUseCase(finishMailing, worker, null);
  return result.ok && result.value.finished ? 1 : 0;
}
