import { hashSignInCode, hashToken } from "@/lib/auth/secrets";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { holdRequest, sameHash, type HeldRequest } from "./held-request";
import { listMembersAt } from "@/lib/queries/sign-in/list-members-at";
import { openMemberSession, openStaffSession, type Opening } from "./open-session";
import { staffAt } from "./staff-at";

const triesPerRequest = 5;

export type CodeToCheck = {
  readonly requestId: string;
  readonly code: string;
  /** The browser that asked; null when the code was typed on the page a signed link from the mail opened. */
  readonly browserToken: string | null;
  readonly opening: Opening;
  /** This browser's new secret, which takes the place of the code when several people share the address. */
  readonly proof: string;
};

/** What a code led to. A wrong code is an outcome and not a refusal: a refusal would roll back the counted try. */
export type CodeChecked =
  | { readonly outcome: "ended" }
  | { readonly outcome: "wrong"; readonly triesLeft: number }
  | { readonly outcome: "choose" }
  | { readonly outcome: "member" }
  | { readonly outcome: "staff"; readonly staffId: string };

async function countTry(ctx: Ctx, request: HeldRequest): Promise<void> {
  await ctx.tx.signInRequest.update({ where: { id: request.id }, data: { attempts: { increment: 1 } } });
}

async function consume(ctx: Ctx, request: HeldRequest): Promise<void> {
  await ctx.tx.signInRequest.update({ where: { id: request.id }, data: { consumedAt: ctx.at } });
}

async function signInMember(ctx: Ctx, request: HeldRequest, input: CodeToCheck): Promise<CodeChecked> {
  const { organisationId, panelId } = request;
  if (organisationId === null || panelId === null) return { outcome: "ended" };
  const people = await listMembersAt(ctx.tx, { organisationId, id: panelId }, request.addressHash);
  const [person, another] = people;
  if (person === undefined) return { outcome: "ended" };
  if (another !== undefined) {
    // The code is spent: from here on only this browser's new secret opens the request.
    await ctx.tx.signInRequest.update({
      where: { id: request.id },
      data: {
        codeHash: hashSignInCode(request.id, input.proof),
        browserTokenHash: hashToken(input.proof),
      },
    });
    return { outcome: "choose" };
  }
  await consume(ctx, request);
  await openMemberSession(ctx, person, input.opening);
  return { outcome: "member" };
}

async function signInStaff(ctx: Ctx, request: HeldRequest, input: CodeToCheck): Promise<CodeChecked> {
  const staff = await staffAt(ctx.tx, request.addressHash);
  if (staff === null) return { outcome: "ended" };
  await consume(ctx, request);
  await openStaffSession(ctx, staff, input.opening);
  return { outcome: "staff", staffId: staff.id };
}

/**
 * Checks a code against its request, counting the try, and signs in when it is right: session, ledger entry and the end
 * of the request are one transaction. Five tries, ten minutes, once.
 */
export async function checkCode(ctx: Ctx, input: CodeToCheck): Promise<Result<CodeChecked>> {
  const request = await holdRequest(ctx, input.requestId, input.browserToken);
  if (request === null || request.attempts >= triesPerRequest) return ok({ outcome: "ended" });
  await countTry(ctx, request);
  const right =
    request.codeHash !== null && sameHash(request.codeHash, hashSignInCode(request.id, input.code));
  if (!right) {
    const triesLeft = triesPerRequest - request.attempts - 1;
    return ok(triesLeft === 0 ? { outcome: "ended" } : { outcome: "wrong", triesLeft });
  }
  return ok(
    request.audience === "member"
      ? await signInMember(ctx, request, input)
      : await signInStaff(ctx, request, input),
  );
}
