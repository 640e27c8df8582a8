import { createHash } from "node:crypto";
import type { Ctx } from "../context";

/** SHA-256, hex, of the words as shown, NFC. */
export function wordingHash(text: string): string {
  return createHash("sha256").update(text.normalize("NFC")).digest("hex");
}

/** Keeps the exact words once each, so that a decision can always show what the person saw. */
export async function keepWordings(
  ctx: Ctx,
  organisationId: string,
  texts: readonly string[],
): Promise<void> {
  const distinct = new Map(texts.map((text) => [wordingHash(text), text.normalize("NFC")]));
  await ctx.tx.wording.createMany({
    data: [...distinct].map(([hash, text]) => ({
      organisationId,
      hash,
      text,
      language: "en",
      format: "standard",
      firstUsedAt: ctx.at,
    })),
    skipDuplicates: true,
  });
}
