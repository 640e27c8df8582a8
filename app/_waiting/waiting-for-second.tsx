import type { Granted } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import { WaitingHolds } from "./waiting-holds";
import { WaitingRun } from "./waiting-run";

/**
 * What somebody has begun and a second person agrees to. An administrator has no data protection overview: they find it where
 * their day begins.
 */
export function WaitingForSecond({ granted }: { granted: Granted }) {
  const { actor, panel } = granted;
  return (
    <>
      {may(actor, "legalHold.release", panel.id) ? (
        <WaitingHolds granted={granted} at={now()} of={["proposed"]} />
      ) : null}
      {may(actor, "disposal.approve", panel.id) ? <WaitingRun granted={granted} /> : null}
    </>
  );
}
