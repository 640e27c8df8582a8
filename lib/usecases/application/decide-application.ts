import { appendEntry } from "@/lib/ledger/append";
import { queueMessage } from "@/lib/messaging/queue-message";
import { mailWords } from "@/lib/messaging/render/words";
import { isAboutApplications } from "@/lib/policy/application-round";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { ApplicationDecision } from "@/lib/schemas/application-decision";
import { actingStaff } from "../activity/acting-staff";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";
import { lockApplication, type LockedApplication } from "./locked-application";
import { scheduleTerm, scheduleWithoutPlace } from "./schedule-endings";

type Input = { readonly panel: PanelView; readonly decision: ApplicationDecision };

/** A place may still be given to somebody who was turned down by mistake. A place that was given is not taken back here. */
function mayDecide({ outcome, state }: LockedApplication, { decided }: ApplicationDecision): boolean {
  if (outcome === null) return state === "applicant";
  return outcome === "unsuccessful" && decided === "accepted" && state === "ended";
}

async function keepDecision(ctx: Ctx, input: Input, staffId: string, application: LockedApplication) {
  const { panel, decision } = input;
  const { organisationId } = panel;
  const sentence = mailWords(`applicationDecided.reason.${decision.reason}`);
  await ctx.tx.application.update({
    where: { organisationId_id: { organisationId, id: application.id } },
    data: {
      outcome: decision.decided,
      reason: [sentence, decision.words].filter((part) => part !== "").join("\n\n"),
      ...{ reviewedBy: staffId, reviewedAt: ctx.at, decidedBy: staffId, decidedAt: ctx.at },
    },
  });
  await ctx.tx.$executeRaw`
    UPDATE application_round r SET decided_at = ${ctx.at}
    WHERE r.organisation_id = ${organisationId}::uuid AND r.id = ${application.roundId}::uuid
      AND NOT EXISTS (SELECT 1 FROM application a WHERE a.organisation_id = r.organisation_id AND a.round_id = r.id
        AND a.outcome IS NULL)`;
}

async function moveMember(
  ctx: Ctx,
  { panel, decision }: Input,
  application: LockedApplication,
): Promise<void> {
  const { memberId } = application;
  const accepted = decision.decided === "accepted";
  await ctx.tx.member.update({
    where: { organisationId_id: { organisationId: panel.organisationId, id: memberId } },
    data: accepted
      ? { state: "member", joinedAt: ctx.at, endedAt: null }
      : { state: "ended", joinedAt: null, endedAt: ctx.at },
  });
  await (accepted ? scheduleTerm : scheduleWithoutPlace)(ctx, panel, application);
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
}

/** The answer to their own application always goes: it is what they asked for. */
async function tell(ctx: Ctx, panel: PanelView, { id, memberId }: LockedApplication): Promise<void> {
  const purpose = panel.document.purposes.find((one) => isAboutApplications(panel.document, one));
  await queueMessage(ctx, {
    template: "application-decided",
    kind: "rightsReply",
    purposeKey: purpose?.key ?? "joining",
    organisationId: panel.organisationId,
    panelId: panel.id,
    memberId,
    subjectIds: { applicationId: id },
  });
}

/**
 * A person's decision on an application they have read, with its reason (law.md LB-11): an accepted applicant is a member
 * from now on, with a term; for the others the days are set on which everything goes. The applicant is told by mail. Who
 * was turned down by mistake may be accepted while their application is still held.
 */
export async function decideApplication(ctx: Ctx, input: Input): Promise<Result<{ reference: string }>> {
  const { panel, decision } = input;
  const staffId = actingStaff(ctx, "application.decide", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const application = await lockApplication(ctx, panel, decision);
  if (application === null) return refuse("application.unknown");
  if (!mayDecide(application, decision)) return refuse("application.decided");
  await keepDecision(ctx, input, staffId, application);
  await moveMember(ctx, input, application);
  await tell(ctx, panel, application);
  const { id: applicationId, round, outcome: previous } = application;
  await appendEntry(ctx, panel.organisationId, {
    eventType: "application.decided",
    panelId: panel.id,
    subjectRef: application.subjectRef,
    effectiveAt: ctx.at,
    data: {
      ...{ applicationId, round, outcome: decision.decided, reasonCode: decision.reason },
      ...(previous === null ? {} : { previous }),
    },
  });
  return ok({ reference: decision.reference });
}
