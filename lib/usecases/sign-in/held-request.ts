import { timingSafeEqual } from "node:crypto";
import { hashToken } from "@/lib/auth/secrets";
import type { Ctx } from "../context";

/** A sign-in request that can still succeed, locked for this transaction. */
export type HeldRequest = {
  readonly id: string;
  readonly audience: "member" | "staff";
  readonly organisationId: string | null;
  readonly panelId: string | null;
  readonly addressHash: string;
  readonly codeHash: string | null;
  readonly attempts: number;
};

/** Whether two hex hashes of one length are the same, in a time that says nothing about where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")];
  return first.length === second.length && timingSafeEqual(first, second);
}

/**
 * Locks a request, so that two tries at once are counted one after the other. Null when it was used, is too old, or
 * another browser asked for it.
 * @param browserToken the secret of this browser; null only where a signed link from the mail stands in for it
 */
export async function holdRequest(
  ctx: Ctx,
  requestId: string,
  browserToken: string | null,
): Promise<HeldRequest | null> {
  await ctx.tx.$executeRaw`SELECT 1 FROM sign_in_request WHERE id = ${requestId}::uuid FOR UPDATE`;
  const request = await ctx.tx.signInRequest.findUnique({ where: { id: requestId } });
  if (request === null || request.consumedAt !== null || request.expiresAt <= ctx.at) return null;
  if (browserToken !== null && !sameHash(request.browserTokenHash, hashToken(browserToken))) return null;
  return request;
}
