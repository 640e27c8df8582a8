import type { LedgerChecked } from "@/lib/ledger/check/check-ledger";
import { isBehind } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { recordVerification } from "./record-verification";

type Input = { readonly organisationId: string; readonly checked: LedgerChecked };

/** Records a night's check for each panel. Behind what was published, nothing may be recorded before the recovery. */
export async function recordNight(ctx: Ctx, { organisationId, checked }: Input): Promise<Result<null>> {
  if (await isBehind(ctx.tx, organisationId)) return ok(null);
  const panels = await ctx.tx.panel.findMany({ where: { organisationId }, select: { id: true } });
  const panelIds = panels.map(({ id }) => id);
  if (panelIds.length > 0) await recordVerification(ctx, { organisationId, panelIds, checked });
  return ok(null);
}
