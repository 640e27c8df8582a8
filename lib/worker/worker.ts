import { randomUUID } from "node:crypto";
import { disconnect } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { HandOverLock } from "@/lib/messaging/hand-over-lock";
import { disposalRound } from "./disposal-rounds";
import { startHeartbeat } from "./heartbeat";
import { alarmRound, ledgerRound } from "./ledger-rounds";
import { Loop } from "./loop";
import { expandRound, finishRound } from "./mailing-rounds";
import { packRound } from "./pack-rounds";
import { policyRound } from "./policy-rounds";
import { permissionRound } from "./permission-rounds";
import type { QueueName } from "./queues";
import { Sending } from "./sending";
import { Signing } from "./signing";
import { sweep } from "./sweep";
import { listenForWakeUps } from "./wake-ups";

/**
 * Starts everything a worker does. Any number of workers may run; they share the work through the database.
 * @param lock how hand-overs and opt-outs keep out of each other's way; given so that a test can show what happens without
 * @returns how to stop: in-flight messages end first
 */
export async function startWorker(lock: HandOverLock): Promise<() => Promise<void>> {
  const workerId = randomUUID();
  const sending = new Sending(workerId, lock);
  const expanding = new Loop("expand", expandRound, 3_000);
  const sweeping = new Loop("sweep", sweep, 5_000);
  const finish = async () => {
    const finished = await finishRound();
    // Those it went to have just been asked once more: what may still be sent to them is due to be decided again.
    if (finished > 0) sweeping.wake();
    return finished;
  };
  const finishing = new Loop("finish", finish, 1_000);
  const publishing = new Loop("policy", policyRound, 1_000);
  const permission = new Loop("permission", permissionRound, 10_000);
  const signing = new Signing();
  const checking = new Loop("ledger", ledgerRound, 60_000);
  const alarming = new Loop("alarm", alarmRound, 5_000);
  const packing = new Loop("packs", packRound, 3_000);
  const disposing = new Loop("disposal", disposalRound, 3_000);
  const stopHeartbeat = await startHeartbeat(workerId, () => sending.fault);
  const wakes: Record<QueueName, () => void> = {
    "wake.mail": () => sending.wake("mails"),
    "wake.send": () => sending.wake("mailings"),
    "wake.expand": () => {
      expanding.wake();
      publishing.wake();
    },
    "wake.sweep": () => {
      sweeping.wake();
      permission.wake();
      packing.wake();
      disposing.wake();
    },
  };
  const stopListening = await listenForWakeUps((queue) => wakes[queue]());
  log.info("The worker is ready", { workerId });
  return async () => {
    await stopListening();
    await Promise.all([
      sending.stop(),
      expanding.stop(),
      finishing.stop(),
      sweeping.stop(),
      publishing.stop(),
      permission.stop(),
      checking.stop(),
      alarming.stop(),
      packing.stop(),
      disposing.stop(),
      signing.stop(),
    ]);
    await stopHeartbeat();
    await disconnect();
    log.info("The worker has stopped", { workerId });
  };
}
