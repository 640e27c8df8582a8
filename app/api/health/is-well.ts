import type { Health } from "@/lib/queries/operations/get-health";

/**
 * Which parts each probe insists on: `ready` may serve visitors; without a name, the whole product works. What a nightly check
 * found (`permission`) is told and no part of it: nobody's visit or restart waits for what a person has to look into.
 */
const NEEDED: Readonly<Record<string, readonly (keyof Health)[]>> = {
  ready: ["database", "migrations"],
  all: ["database", "storage", "migrations", "worker", "mail", "ledger", "checkpoints"],
};

/** Whether all that a probe insists on is well; of a probe that nobody knows, never. */
export function isWell(probe: string, health: Health): boolean {
  const needed = Object.hasOwn(NEEDED, probe) ? NEEDED[probe] : undefined;
  return needed?.every((part) => health[part] === "ok") ?? false;
}
