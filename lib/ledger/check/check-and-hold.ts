import { isCorrupted } from "@/lib/db/constraint-errors";
import { log } from "@/lib/log";
import { openHold, type HoldDetail } from "../hold";
import { checkLedger, type LedgerChecked } from "./check-ledger";

/** Checks a ledger; null where the disk gives back other bits of it than it was given. */
async function checkStored(organisationId: string): Promise<LedgerChecked | null> {
  try {
    return await checkLedger(organisationId);
  } catch (fault) {
    if (!isCorrupted(fault)) throw fault;
    log.error("A ledger cannot be read any more", { organisationId, code: "ledger.unreadable", fault });
    return null;
  }
}

function foundIn(checked: LedgerChecked | null): HoldDetail {
  if (checked === null) return { integrity: "unreadable" };
  const { integrity, completeness, anchored } = checked;
  return { integrity, completeness, anchored };
}

/**
 * Checks a ledger, whoever asks, and holds sending for what is wrong before anything is recorded of it. Returns what was
 * found, or null where the ledger cannot be read: of that there is nothing to record but the hold.
 */
export async function checkAndHold(organisationId: string): Promise<LedgerChecked | null> {
  const checked = await checkStored(organisationId);
  for (const reason of checked?.holds ?? (["altered"] as const)) {
    await openHold(organisationId, reason, foundIn(checked));
    log.error("A check found something wrong with a ledger", {
      organisationId,
      code: `ledger.${reason}`,
      count: Number(checked?.verification.headSeq ?? 0n),
    });
  }
  return checked;
}
