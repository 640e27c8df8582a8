import { hashAddress } from "@/lib/auth/secrets";
import { newId } from "@/lib/id";
import { queueMessage } from "@/lib/messaging/queue-message";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { actingMember, lockActingMember } from "./acting-member";

/** An address as typed and as sent to (NFKC, lower case). */
export type NewEmail = { readonly typed: string; readonly normalised: string };

/** A new address waits beside the old one, unverified; one that waited before is given up. */
async function keepWaiting(ctx: Ctx, email: NewEmail): Promise<string> {
  const { organisationId, memberId } = actingMember(ctx);
  const waiting = { organisationId, memberId, kind: "email" as const, verifiedAt: null, removedAt: null };
  await ctx.tx.contactPoint.updateMany({ where: waiting, data: { removedAt: ctx.at } });
  const id = newId(ctx.at);
  await ctx.tx.contactPoint.create({
    data: {
      organisationId,
      id,
      memberId,
      kind: "email",
      value: email.typed,
      normalised: email.normalised,
      addressHash: hashAddress(email.normalised),
      createdAt: ctx.at,
    },
  });
  return id;
}

/**
 * The member asks for another e-mail address. It gets a mail with a link; until that is pressed nothing changes, and
 * whoever typed a wrong address has lost nothing. Two members may share an address, so a known one is no refusal.
 */
export async function requestNewEmail(
  ctx: Ctx,
  { panel, email }: { readonly panel: PanelView; readonly email: NewEmail },
): Promise<Result<{ readonly asked: boolean }>> {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  const { state } = await lockActingMember(ctx);
  if (state !== "member" && state !== "applicant") return refuse("membership.over");
  const current = await ctx.tx.contactPoint.findFirst({
    where: { organisationId, memberId, kind: "email", removedAt: null, verifiedAt: { not: null } },
    select: { normalised: true },
  });
  if (current?.normalised === email.normalised) return ok({ asked: false });
  const contactPointId = await keepWaiting(ctx, email);
  const [purpose] = panel.document.purposes;
  if (purpose === undefined) throw new Error("A policy has at least one purpose");
  await queueMessage(ctx, {
    template: "confirm-new-address",
    kind: "rightsReply",
    purposeKey: purpose.key,
    organisationId,
    panelId,
    memberId,
    contactPointId,
    subjectIds: { contactPointId },
  });
  return ok({ asked: true });
}
