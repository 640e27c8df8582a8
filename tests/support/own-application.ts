import { inject } from "vitest";
import type { Application } from "./application";

/**
 * The product that a browser test file runs against. Each worker has one of its own, so that files which run beside each
 * other share no panel, no policy and no mailbox.
 */
export function application(): Omit<Application, "stop"> {
  const all = inject("applications");
  const own = all[(Number(process.env["VITEST_POOL_ID"]) - 1) % all.length];
  if (own === undefined) throw new Error("No application runs for this worker.");
  return own;
}
