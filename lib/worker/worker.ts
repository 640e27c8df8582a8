import { randomUUID } from "node:crypto";
import { disconnect } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { HandOverLock } from "@/lib/messaging/hand-over-lock";
import { startHeartbeat } from "./heartbeat";
import { Sending } from "./sending";
import type { QueueName } from "./queues";
import { listenForWakeUps } from "./wake-ups";

/**
 * Starts everything a worker does. Any number of workers may run; they share the work through the database.
 * @param lock how hand-overs and opt-outs keep out of each other's way; given so that a test can show what happens without
 * @returns how to stop: in-flight messages end first
 */
export async function startWorker(lock: HandOverLock): Promise<() => Promise<void>> {
  const workerId = randomUUID();
  const sending = new Sending(workerId, lock);
  const stopHeartbeat = await startHeartbeat(workerId, () => sending.fault);
  const wakes: Record<QueueName, () => void> = {
    "wake.mail": () => sending.wake("mails"),
    "wake.send": () => sending.wake("mailings"),
    "wake.expand": () => undefined,
    "wake.sweep": () => undefined,
  };
  const stopListening = await listenForWakeUps((queue) => wakes[queue]());
  log.info("The worker is ready", { workerId });
  return async () => {
    await stopListening();
    await sending.stop();
    await stopHeartbeat();
    await disconnect();
    log.info("The worker has stopped", { workerId });
  };
}
