import { londonDate } from "@/lib/clock";
import { appendEntries } from "@/lib/ledger/append";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

export type AdjustmentsRead = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly activityId: string;
  /** The random references of those whose needs are shown, as the ledger names them. */
  readonly subjectRefs: readonly string[];
};

/** Whose needs this person read about this activity today already. */
async function readToday(ctx: Ctx, input: AdjustmentsRead, staffId: string): Promise<ReadonlySet<string>> {
  const { organisationId, panelId, activityId } = input;
  const today = londonDate(ctx.at);
  const rows = await ctx.tx.ledgerEntry.findMany({
    where: {
      ...{ organisationId, panelId, eventType: "specialCategory.read", actorRef: staffId },
      recordedAt: { gt: new Date(ctx.at.getTime() - 86_400_000) },
    },
    select: { bytes: true, recordedAt: true, subjectRef: true },
  });
  const same = rows.filter(({ bytes, recordedAt }) => {
    const { data } = JSON.parse(Buffer.from(bytes).toString("utf8")) as { data: Record<string, unknown> };
    return londonDate(recordedAt) === today && data["activityId"] === activityId;
  });
  return new Set(same.flatMap(({ subjectRef }) => subjectRef ?? []));
}

/**
 * Records that the organiser reads what people need, which says something about their health: once for each person who is
 * read about, activity and day, however often the page is opened (UK GDPR 5(2), 9; DESIGN section 8). Called before
 * anything is shown.
 */
export async function recordAdjustmentsRead(
  ctx: Ctx,
  input: AdjustmentsRead,
): Promise<Result<{ recorded: number }>> {
  if (ctx.actor.kind !== "staff") throw new Error("Only staff read what people need");
  const { organisationId, panelId, activityId } = input;
  // Two pages opened at once record one reading: the second waits, and finds the first.
  await ctx.tx.$executeRaw`SELECT 1 FROM activity
    WHERE organisation_id = ${organisationId}::uuid AND id = ${activityId}::uuid FOR NO KEY UPDATE`;
  const known = await readToday(ctx, input, ctx.actor.staffId);
  const fresh = input.subjectRefs.filter((subjectRef) => !known.has(subjectRef));
  await appendEntries(
    ctx,
    organisationId,
    fresh.map((subjectRef) => ({
      eventType: "specialCategory.read",
      panelId,
      subjectRef,
      effectiveAt: ctx.at,
      data: { activityId, kind: "adjustments" },
    })),
  );
  return ok({ recorded: fresh.length });
}
