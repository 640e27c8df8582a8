import { randomUUID } from "node:crypto";
import { startOrExit } from "@/lib/boot";
import { disconnect } from "@/lib/db/client";
import { log } from "@/lib/log";
import { startHeartbeat } from "./heartbeat";

await startOrExit();
const workerId = randomUUID();
const stopHeartbeat = await startHeartbeat(workerId, () => null);
log.info("The worker is ready", { workerId });

async function stop(): Promise<void> {
  await stopHeartbeat();
  await disconnect();
  log.info("The worker has stopped", { workerId });
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
