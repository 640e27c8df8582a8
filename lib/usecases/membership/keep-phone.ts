import { hashAddress } from "@/lib/auth/secrets";
import { newId } from "@/lib/id";
import type { Ctx } from "../context";
import { actingMember } from "./acting-member";

/** A number as typed and as dialled (E.164). */
export type Phone = { readonly typed: string; readonly normalised: string };

/**
 * Puts another number in the place of the old one, or none; says whether anything changed. The old number stays as a
 * removed contact point, so that a "no" that was given for it still finds it. Like a number typed while joining, it is not
 * verified by being typed.
 */
export async function keepPhone(ctx: Ctx, phone: Phone | null): Promise<boolean> {
  const { organisationId, memberId } = actingMember(ctx);
  const where = { organisationId, memberId, kind: "phone" as const, removedAt: null };
  const known = await ctx.tx.contactPoint.findMany({ where, select: { normalised: true } });
  const same =
    phone === null ? known.length === 0 : known.some(({ normalised }) => normalised === phone.normalised);
  if (same) return false;
  await ctx.tx.contactPoint.updateMany({ where, data: { removedAt: ctx.at } });
  if (phone === null) return true;
  await ctx.tx.contactPoint.create({
    data: {
      organisationId,
      id: newId(ctx.at),
      memberId,
      kind: "phone",
      value: phone.typed,
      normalised: phone.normalised,
      addressHash: hashAddress(phone.normalised),
      createdAt: ctx.at,
    },
  });
  return true;
}
