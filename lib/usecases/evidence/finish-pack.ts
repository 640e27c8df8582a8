import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

type Input = {
  readonly organisationId: string;
  readonly id: string;
  /** Null: it is ready. */
  readonly failureCode: string | null;
};

/** Says that a pack is ready, or that it could not be put together. */
export async function finishPack(
  ctx: Ctx,
  { organisationId, id, failureCode }: Input,
): Promise<Result<null>> {
  await ctx.tx.evidencePack.updateMany({
    where: { organisationId, id, finishedAt: null },
    data: { finishedAt: ctx.at, failureCode },
  });
  if (failureCode !== null)
    await ctx.tx.evidencePackPart.deleteMany({ where: { organisationId, packId: id } });
  return ok(null);
}
