import { hashAddress } from "@/lib/auth/secrets";
import { queueMessage } from "@/lib/messaging/queue-message";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { listMembersAt } from "@/lib/queries/sign-in/list-members-at";

export type CodeToSend = { readonly requestId: string; readonly email: string };

type Addressee = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly memberId?: string;
  readonly contactPointId?: string;
  readonly subjectIds?: { readonly staffId: string };
};

async function memberAddressee(ctx: Ctx, panel: { organisationId: string; id: string }, email: string) {
  const [member] = await listMembersAt(ctx.tx, panel, hashAddress(email));
  if (member === undefined) return null;
  const { organisationId, panelId, id: memberId, contactPointId } = member;
  return { organisationId, panelId, memberId, contactPointId };
}

async function staffAddressee(ctx: Ctx, email: string): Promise<Addressee | null> {
  const staff = await ctx.tx.staff.findUnique({
    where: { email },
    select: {
      id: true,
      organisationId: true,
      endedAt: true,
      roleGrants: { where: { revokedAt: null }, select: { panelId: true }, take: 1 },
    },
  });
  const panelId = staff?.roleGrants[0]?.panelId;
  if (staff === null || staff.endedAt !== null || panelId === undefined) return null;
  return { organisationId: staff.organisationId, panelId, subjectIds: { staffId: staff.id } };
}

/**
 * Queues the mail with the code when somebody has the address of the request; otherwise does nothing. Runs after the
 * answer went out, so that the time of the answer tells nobody who is a member. The code itself is drawn when the mail
 * is written and exists nowhere else.
 */
export async function sendSignInCode(ctx: Ctx, input: CodeToSend): Promise<Result<null>> {
  const request = await ctx.tx.signInRequest.findUnique({ where: { id: input.requestId } });
  if (request === null || request.consumedAt !== null || request.expiresAt <= ctx.at) return ok(null);
  const { organisationId, panelId } = request;
  const addressee: Addressee | null =
    organisationId !== null && panelId !== null
      ? await memberAddressee(ctx, { organisationId, id: panelId }, input.email)
      : await staffAddressee(ctx, input.email);
  if (addressee === null) return ok(null);
  await queueMessage(ctx, {
    template: "sign-in-code",
    kind: "rightsReply",
    purposeKey: "signIn",
    signInRequestId: request.id,
    ...addressee,
  });
  return ok(null);
}
