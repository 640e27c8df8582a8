import { startOrExit } from "@/lib/boot";
import type { HandOverLock } from "@/lib/messaging/hand-over-lock";
import { startWorker } from "@/lib/worker/worker";

// The worker as it would be without the hand-over lock: it reads the facts, and then sends. Only the test that shows what
// goes wrong then starts it; nothing in the product can.
const noLock: HandOverLock = {
  tryLock: async (_session, memberIds) => new Set(memberIds),
  unlock: async () => undefined,
};

await startOrExit("worker");
const stop = await startWorker(noLock);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
