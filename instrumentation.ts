import type { Instrumentation } from "next";

/** Runs once before the first request. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || process.env["NEXT_PHASE"] === "phase-production-build")
    return;
  const { startOrExit } = await import("./lib/boot");
  await startOrExit("web");
}

/** A page or action that threw: its route as the folder tree names it, never the address with its ids and tokens. */
export const onRequestError: Instrumentation.onRequestError = async (fault, _request, context) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { log } = await import("./lib/log");
  log.error("A request failed", { route: context.routePath, fault });
};
