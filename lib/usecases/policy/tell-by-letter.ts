import { Prisma } from "@/lib/db/generated/client";
import { appendEntries } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { recordTold } from "./record-told";
import { untoldCondition } from "@/lib/queries/notice/untold-sql";

type Letters = {
  readonly panel: PanelView;
  readonly memberIds: readonly string[];
  /** When they were posted (an instant of that day). */
  readonly postedAt: Date;
};

/**
 * Records that these people were sent the notice in force by letter. Who was told meanwhile by another way is left as they
 * are, so pressing twice is the same as once.
 */
export async function tellByLetter(
  ctx: Ctx,
  { panel, memberIds, postedAt }: Letters,
): Promise<Result<{ readonly told: number }>> {
  if (actingStaff(ctx, "policy.edit", panel.id) === null) return refuse("form.notPermitted");
  const { organisationId, id: panelId, privacyNoticeId, privacyNoticeNumber: number } = panel;
  const untold = untoldCondition(organisationId, panelId, number);
  const people = await ctx.tx.$queryRaw<{ id: string; subject_ref: string }[]>(Prisma.sql`
    SELECT m.id, m.subject_ref FROM member m WHERE ${untold} AND m.id = ANY(${[...memberIds]}::uuid[])
    ORDER BY m.id FOR NO KEY UPDATE`);
  const told = people.map(({ id, subject_ref }) => ({
    memberId: id,
    subjectRef: subject_ref,
    shownAt: postedAt,
  }));
  const notice = { organisationId, panelId, privacyNoticeId, number };
  const { events } = await recordTold(ctx, notice, "letter", told);
  await appendEntries(ctx, organisationId, events);
  return ok({ told: told.length });
}
