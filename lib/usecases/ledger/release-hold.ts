import { openHolds, releaseHold } from "@/lib/ledger/hold";
import { mayRelease } from "@/lib/policy/ledger-check";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { lastCheckMade } from "@/lib/queries/trail/list-verifications";
import { ok, refuse, type Result } from "@/lib/result";
import type { HoldCause } from "@/lib/schemas/ledger-forms";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = { readonly panel: PanelView; readonly holdId: string; readonly because: HoldCause };

/** Lets sending go on after a good check, and records who looked into it and what it was. */
export async function releaseLedgerHold(ctx: Ctx, { panel, holdId, because }: Input): Promise<Result<null>> {
  if (actingStaff(ctx, "hold.release", panel.id) === null) return refuse("form.notPermitted");
  const { organisationId } = panel;
  const hold = (await openHolds(organisationId)).find(({ id }) => id === holdId);
  if (hold === undefined) return refuse("hold.gone");
  const last = await lastCheckMade({ actor: ctx.actor, panel });
  const allowed = mayRelease({ reason: hold.reason, openedAt: hold.openedAt.getTime() }, last);
  if (allowed !== "mayRelease") return refuse(`hold.${allowed}`);
  return (await releaseHold(ctx, organisationId, holdId, because)) ? ok(null) : refuse("hold.gone");
}
