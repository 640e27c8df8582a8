import { getTranslations } from "next-intl/server";
import type { Held } from "@/lib/queries/legal-hold/held-references";

/** Whom a hold keeps, in words: a reference, everyone, or somebody who is gone. */
export async function whoIsHeld(): Promise<(held: Held) => string> {
  const t = await getTranslations("holds");
  return (held) => (held.who === "member" ? held.reference : t(held.who));
}
