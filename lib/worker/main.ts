import { startOrExit } from "@/lib/boot";
import { advisoryLock } from "@/lib/messaging/hand-over-lock";
import { startWorker } from "./worker";

await startOrExit("worker");
const stop = await startWorker(advisoryLock);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
