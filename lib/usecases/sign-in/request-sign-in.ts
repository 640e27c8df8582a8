import { hashAddress, hashToken } from "@/lib/auth/secrets";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

/** A code counts for ten minutes. */
const minutesToSignIn = 10;

export type SignInToRequest = {
  readonly requestId: string;
  /** The panel a member signs in to; null for staff. */
  readonly panel: { readonly organisationId: string; readonly id: string } | null;
  /** Normalised. Only its keyed hash is kept. */
  readonly email: string;
  readonly browserToken: string;
};

/**
 * Notes that somebody wants to sign in with an address, and voids what was asked for it before. Does the same work
 * whether or not anyone has that address: who does is looked up by `sendSignInCode`, after the answer.
 */
export async function requestSignIn(ctx: Ctx, input: SignInToRequest): Promise<Result<null>> {
  const addressHash = hashAddress(input.email);
  const scope = {
    addressHash,
    audience: input.panel === null ? ("staff" as const) : ("member" as const),
    panelId: input.panel?.id ?? null,
  };
  await ctx.tx.signInRequest.updateMany({
    where: { ...scope, consumedAt: null, expiresAt: { gt: ctx.at } },
    data: { consumedAt: ctx.at },
  });
  await ctx.tx.signInRequest.create({
    data: {
      ...scope,
      id: input.requestId,
      organisationId: input.panel?.organisationId ?? null,
      browserTokenHash: hashToken(input.browserToken),
      createdAt: ctx.at,
      expiresAt: new Date(ctx.at.getTime() + minutesToSignIn * 60_000),
    },
  });
  return ok(null);
}
