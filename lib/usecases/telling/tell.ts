import { appendEntry } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import { sealFields } from "@/lib/ledger/keyring/seal";
import { onceTold } from "@/lib/policy/gate/told-first";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { lockFacts } from "../consent/lock-facts";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";

/** How somebody was told what was decided about them. */
export type ToldPlace = "mail" | "phone" | "letter" | "inPerson";

export type Telling = {
  readonly panel: PanelView;
  readonly memberId: string;
  /** The decision about an objection that they were told of; null: that the restriction of their details ends. */
  readonly objectionOutcomeId: string | null;
  readonly place: ToldPlace;
  readonly toldAt: Date;
  /** Where that is found; "" for a mail, whose delivery stands for it. */
  readonly evidence: string;
};

/** Writes it down where it was not yet; the event that says so, or null when there is nothing that waits to be told. */
async function written(
  ctx: Ctx,
  { panel: { organisationId }, memberId, objectionOutcomeId, toldAt }: Telling,
) {
  if (objectionOutcomeId === null) {
    const restrictionLiftsAt = new Date(onceTold(toldAt.getTime()));
    const { count } = await ctx.tx.member.updateMany({
      where: {
        ...{ organisationId, id: memberId, restrictionLiftsAt: null },
        restrictionLiftReason: { not: null },
      },
      data: { restrictionLiftsAt },
    });
    const restrictedUntil = restrictionLiftsAt.toISOString();
    return count === 0
      ? null
      : ({ eventType: "member.restrictionLifted", data: { restrictedUntil } } as const);
  }
  const where = { organisationId, id: objectionOutcomeId, memberId, toldAt: null };
  const select = { purposeKey: true } as const;
  const [outcome] = await ctx.tx.objectionOutcome.updateManyAndReturn({ where, data: { toldAt }, select });
  if (outcome === undefined) return null;
  return { eventType: "objection.told", ...outcome, data: { objectionOutcomeId } } as const;
}

/**
 * Records that a person was told what was decided, from when it counts (UK GDPR 12(3), 18(3); law.md RR-10). Refuses where
 * nothing waits to be told: it was recorded already, or undone meanwhile.
 */
export async function tell(ctx: Ctx, telling: Telling): Promise<Result<null>> {
  const { panel, memberId, place, evidence } = telling;
  const { organisationId, id: panelId } = panel;
  const { own } = await lockFacts(ctx.tx, panel, memberId);
  const said = await written(ctx, telling);
  if (said === null) return refuse("telling.none");
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  const event = { panelId, subjectRef: own.subjectRef, effectiveAt: telling.toldAt };
  const sealing = { organisationId, ...event, eventType: said.eventType };
  const how = { place, ...(await sealFields(ctx, sealing, { evidenceSealed: evidence })) };
  const entry: LedgerEvent =
    said.eventType === "objection.told"
      ? { ...event, ...said, data: { ...said.data, ...how } }
      : { ...event, ...said, data: { ...said.data, ...how } };
  await appendEntry(ctx, organisationId, entry);
  return ok(null);
}
