import type { Mailing } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import type { Judgement } from "@/lib/messaging/judge";
import { aboutInvitation } from "@/lib/messaging/template";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

type Judged = { readonly memberId: string; readonly judgement: Judgement };

export type Expansion = {
  readonly panel: PanelView;
  readonly mailing: Mailing;
  /** Null for a mailing about no activity: then nobody is invited. */
  readonly activityId: string | null;
  readonly judged: readonly Judged[];
  /** Nobody of the audience is left. */
  readonly last: boolean;
};

async function keepDecisions(ctx: Ctx, { panel, mailing, judged }: Expansion): Promise<void> {
  const rows = judged.map(({ memberId, judgement: { id, decision, facts } }) => ({
    id,
    member_id: memberId,
    outcome: decision.permitted ? "permitted" : "refused",
    code: decision.code,
    citation: decision.citation,
    facts,
  }));
  await ctx.tx.$executeRaw`
    insert into gate_decision (organisation_id, id, member_id, mailing_id, phase, kind, purpose_key, channel, outcome,
      code, citation, policy_version_id, facts, decided_at)
    select g.organisation_id, j.id, j.member_id, g.id, 'selection', g.kind, g.purpose_key, g.channel, j.outcome,
      j.code, j.citation, ${panel.policyVersionId}::uuid, j.facts, ${ctx.at}
    from mailing g, json_to_recordset(${JSON.stringify(rows)}::json) as j(id uuid, member_id uuid,
      outcome gate_outcome, code text, citation text, facts jsonb)
    where g.organisation_id = ${mailing.organisationId}::uuid and g.id = ${mailing.id}::uuid`;
}

/** The invitation is the fact that the member was asked; a reminder notes that they were asked again, a notice nothing. */
async function keepInvitations(ctx: Ctx, { mailing, activityId }: Expansion, chosen: readonly Judged[]) {
  const { organisationId } = mailing;
  if (activityId === null || aboutInvitation(mailing.template) !== "asks") return;
  const memberIds = chosen.map(({ memberId }) => memberId);
  if (mailing.template === "invitation-reminder") {
    await ctx.tx.invitation.updateMany({
      where: { organisationId, activityId, memberId: { in: memberIds } },
      data: { remindedAt: ctx.at },
    });
    return;
  }
  await ctx.tx.invitation.createMany({
    data: memberIds.map((memberId) => ({
      organisationId,
      id: newId(ctx.at),
      activityId,
      memberId,
      invitedAt: ctx.at,
    })),
    skipDuplicates: true,
  });
}

async function keepDeliveries(ctx: Ctx, { mailing }: Expansion, chosen: readonly Judged[]): Promise<void> {
  const { organisationId, panelId, template, id: mailingId } = mailing;
  await ctx.tx.delivery.createMany({
    data: chosen.map(({ memberId, judgement }) => ({
      organisationId,
      id: newId(ctx.at),
      mailingId,
      memberId,
      panelId,
      template,
      gateDecisionId: judgement.id,
      state: "queued" as const,
      queuedAt: ctx.at,
    })),
  });
}

function countLeftOut(mailing: Mailing, refused: readonly Judged[]): Record<string, number> {
  const counts = { ...(mailing.leftOut as Record<string, number>) };
  for (const { judgement } of refused) {
    const { code } = judgement.decision;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Writes one part of an expansion, and how far it came. */
export async function keepExpansion(ctx: Ctx, expansion: Expansion): Promise<void> {
  const { mailing, judged, last } = expansion;
  const chosen = judged.filter(({ judgement }) => judgement.decision.permitted);
  const refused = judged.filter(({ judgement }) => !judgement.decision.permitted);
  if (judged.length > 0) await keepDecisions(ctx, expansion);
  if (chosen.length > 0) {
    await keepInvitations(ctx, expansion, chosen);
    await keepDeliveries(ctx, expansion, chosen);
  }
  await ctx.tx.mailing.update({
    where: { organisationId_id: { organisationId: mailing.organisationId, id: mailing.id } },
    data: {
      matched: { increment: judged.length },
      leftOut: countLeftOut(mailing, refused),
      expandedThrough: judged.at(-1)?.memberId ?? mailing.expandedThrough,
      ...(last ? { state: "sending" as const, expandedAt: ctx.at } : {}),
    },
  });
}
