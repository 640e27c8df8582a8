import { dateColumn } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { ApplicationRound } from "@/lib/policy/document-parts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

type Applied = {
  readonly panel: PanelView;
  readonly round: ApplicationRound;
  readonly member: { readonly id: string; readonly subjectRef: string };
  readonly submittedAt: Date;
};

/** The round as the policy has it; its dates follow the policy, so that what was promised is what is counted. */
async function keepRound(ctx: Ctx, { panel, round }: Applied): Promise<string> {
  const { organisationId, id: panelId } = panel;
  const dates = {
    opensOn: dateColumn(round.opensOn),
    closesOn: dateColumn(round.closesOn),
    decideBy: dateColumn(round.decideBy),
    places: round.places,
  };
  const { id } = await ctx.tx.applicationRound.upsert({
    where: { organisationId_panelId_key: { organisationId, panelId, key: round.key } },
    create: { organisationId, id: newId(ctx.at), panelId, key: round.key, ...dates },
    update: { ...dates, decidedAt: null },
    select: { id: true },
  });
  return id;
}

/** Writes an applicant's place in a round, for a person to read and to decide. Returns its entry for the ledger. */
export async function keepApplication(ctx: Ctx, applied: Applied): Promise<LedgerEvent> {
  const { panel, round, member, submittedAt } = applied;
  const applicationId = newId(ctx.at);
  await ctx.tx.application.create({
    data: {
      organisationId: panel.organisationId,
      id: applicationId,
      roundId: await keepRound(ctx, applied),
      memberId: member.id,
      submittedAt,
    },
  });
  return {
    eventType: "application.submitted",
    panelId: panel.id,
    subjectRef: member.subjectRef,
    effectiveAt: submittedAt,
    data: { applicationId, round: round.key },
  };
}
