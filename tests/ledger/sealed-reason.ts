import type { SealedText } from "@/lib/ledger/keyring/open";
import { sealFields } from "@/lib/ledger/keyring/seal";
import type { SealedPlace } from "@/lib/ledger/keyring/sealed-field";
import type { Ctx } from "@/lib/usecases/context";

export const leftAt = new Date("2029-05-20T13:05:00.123Z");

/** Seals why somebody left under their key: the sealed text, which is empty for who was erased, and the place it opens at. */
export async function sealReason(
  ctx: Ctx,
  { organisationId, subjectRef }: Pick<SealedPlace, "organisationId" | "subjectRef">,
  reason: string,
): Promise<SealedText> {
  const who = { organisationId, subjectRef, eventType: "member.left" } as const;
  const fields = await sealFields(ctx, { ...who, effectiveAt: leftAt }, { reasonSealed: reason });
  const at = { effectiveAt: leftAt.toISOString(), requestId: ctx.requestId, field: "reasonSealed" };
  return { place: { ...who, ...at }, sealed: fields["reasonSealed"] ?? "" };
}
