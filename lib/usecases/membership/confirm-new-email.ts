import { appendEntries } from "@/lib/ledger/append";
import { sealFields } from "@/lib/ledger/keyring/seal";
import { queueMessage } from "@/lib/messaging/queue-message";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { projectPermission } from "../consent/project-permission";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "./acting-member";

/** Tells the old address, in case it was not its owner who asked. */
async function tellOldAddress(ctx: Ctx, panel: PanelView, contactPointId: string): Promise<void> {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  const [purpose] = panel.document.purposes;
  if (purpose === undefined) throw new Error("A policy has at least one purpose");
  await queueMessage(ctx, {
    template: "address-changed",
    kind: "rightsReply",
    purposeKey: purpose.key,
    organisationId,
    panelId,
    memberId,
    contactPointId,
  });
}

/**
 * The press on the link that went to a new address: from now on it is the member's. The old address is no longer written
 * to; a "no" that was given for it stays on it, and every "no" of the member counts for the new one too.
 */
export async function confirmNewEmail(
  ctx: Ctx,
  { panel, contactPointId }: { readonly panel: PanelView; readonly contactPointId: string },
): Promise<Result<{ readonly confirmed: true }>> {
  const { organisationId, memberId, method } = actingMember(ctx);
  const { subjectRef } = await lockActingMember(ctx);
  const point = await ctx.tx.contactPoint.findFirst({
    where: { organisationId, id: contactPointId, memberId, kind: "email" },
    select: { value: true, verifiedAt: true, removedAt: true },
  });
  if (point === null || point.removedAt !== null) return refuse("form.linkEnded");
  if (point.verifiedAt !== null) return ok({ confirmed: true });
  const others = {
    organisationId,
    memberId,
    kind: "email" as const,
    removedAt: null,
    NOT: { id: contactPointId },
  };
  const old = await ctx.tx.contactPoint.findFirst({
    where: { ...others, verifiedAt: { not: null } },
    select: { id: true },
  });
  if (old !== null) await tellOldAddress(ctx, panel, old.id);
  await ctx.tx.contactPoint.updateMany({ where: others, data: { removedAt: ctx.at } });
  await ctx.tx.contactPoint.update({
    where: { organisationId_id: { organisationId, id: contactPointId } },
    data: { verifiedAt: ctx.at },
  });
  await projectPermission(ctx.tx, panel, [memberId], ctx.at);
  const about = { panelId: panel.id, subjectRef, effectiveAt: ctx.at };
  const verified = { ...about, eventType: "contactPoint.verified" } as const;
  const sealed = await sealFields(ctx, { organisationId, ...verified }, { addressSealed: point.value });
  await appendEntries(ctx, organisationId, [
    { ...verified, data: { contactPointId, kind: "email", method, ...sealed } },
    { ...about, eventType: "member.detailsChanged", data: { fields: ["email"], method } },
  ]);
  return ok({ confirmed: true });
}
