import type { Granted } from "@/lib/auth/require-actor";
import { findOpenRun } from "@/lib/queries/disposal/list-disposal-runs";
import { OpenRun } from "./open-run";

/** The panel's disposal run that is not over yet. Nothing when there is none. */
export async function WaitingRun({ granted }: { granted: Granted }) {
  const run = await findOpenRun(granted);
  return run === null ? null : <OpenRun slug={granted.panel.slug} run={run} />;
}
