import { log } from "@/lib/log";
import type { Actor } from "@/lib/policy/permission";
import { findTurn, type NextTurn } from "@/lib/queries/disposal/find-turn";
import { carryOut } from "@/lib/usecases/disposal/carry-out";
import { failTurn } from "@/lib/usecases/disposal/fail-turn";
import { finishDisposal } from "@/lib/usecases/disposal/finish-disposal";
import { runUseCase } from "@/lib/usecases/run";

const worker: Actor = { kind: "system", name: "disposal" };
/** People before it is asked whether the worker is to stop. */
const most = 25;

async function take({ subjectRef, ...run }: NextTurn): Promise<boolean> {
  if (subjectRef === null) {
    const finished = await runUseCase(finishDisposal, worker, run);
    return finished.ok && finished.value;
  }
  const turn = { ...run, subjectRef };
  try {
    const done = await runUseCase(carryOut, worker, turn);
    return done.ok && done.value;
  } catch (fault) {
    const { organisationId } = run;
    log.error("A person could not be disposed of", { organisationId, code: "disposal.failed", fault });
    await runUseCase(failTurn, worker, turn);
    return true;
  }
}

/** Carries out approved disposal runs, person by person. Returns how much was done; 0 when nothing waits or it must wait. */
export async function disposalRound(): Promise<number> {
  for (let done = 0; done < most; done += 1) {
    const next = await findTurn();
    if (next === null || !(await take(next))) return done;
  }
  return most;
}
