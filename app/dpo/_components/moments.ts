import { getFormatter } from "next-intl/server";
import { momentsIn, type Moments } from "@/lib/words/moments";

/** Days and times as evidence is read: London time, to the second where that matters. */
export async function moments(): Promise<Moments> {
  return momentsIn(await getFormatter());
}
