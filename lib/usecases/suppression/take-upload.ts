import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** A checked list that waits to be confirmed, locked. */
export type Taken = {
  readonly rows: unknown;
  /** The day of a screening, as a `date` column holds it. */
  readonly statedOn: Date | null;
  /** What came of it when it was confirmed before. */
  readonly counts: unknown;
};

/** Locks a list that staff gave in, so that two presses confirm it once. Null when there is none, or its day is over. */
export async function takeUpload(
  ctx: Ctx,
  panel: PanelView,
  kind: "suppression" | "screening" | "decision",
  id: string,
): Promise<Taken | null> {
  const [taken] = await ctx.tx.$queryRaw<Taken[]>`
    SELECT rows, stated_on AS "statedOn", counts FROM list_upload
    WHERE organisation_id = ${panel.organisationId}::uuid AND id = ${id}::uuid AND panel_id = ${panel.id}::uuid
      AND kind = ${kind}::list_upload_kind FOR UPDATE`;
  return taken ?? null;
}

/** Notes what came of a list, and forgets its lines. */
export async function closeUpload(
  ctx: Ctx,
  { organisationId }: PanelView,
  id: string,
  appliedBy: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await ctx.tx.listUpload.update({
    where: { organisationId_id: { organisationId, id } },
    data: { rows: [], appliedBy, appliedAt: ctx.at, counts },
  });
}
