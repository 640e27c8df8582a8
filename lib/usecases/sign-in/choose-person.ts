import { hashSignInCode } from "@/lib/auth/secrets";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { holdRequest, sameHash } from "./held-request";
import { listMembersAt } from "@/lib/queries/sign-in/list-members-at";
import { openMemberSession, type Opening } from "./open-session";

export type PersonToChoose = {
  readonly requestId: string;
  /** What this browser was given for the right code. */
  readonly browserToken: string;
  readonly memberId: string;
  readonly opening: Opening;
};

/** Signs in one of the people who share an address, once the code was right. */
export async function choosePerson(ctx: Ctx, input: PersonToChoose): Promise<Result<null>> {
  const request = await holdRequest(ctx, input.requestId, input.browserToken);
  if (request?.organisationId == null || request.panelId === null || request.codeHash === null) {
    return refuse("signIn.ended");
  }
  if (!sameHash(request.codeHash, hashSignInCode(request.id, input.browserToken)))
    return refuse("signIn.ended");
  const panel = { organisationId: request.organisationId, id: request.panelId };
  const people = await listMembersAt(ctx.tx, panel, request.addressHash);
  const person = people.find(({ id }) => id === input.memberId);
  if (person === undefined) return refuse("signIn.ended");
  await ctx.tx.signInRequest.update({ where: { id: request.id }, data: { consumedAt: ctx.at } });
  await openMemberSession(ctx, person, input.opening);
  return ok(null);
}
