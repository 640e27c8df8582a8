import { getTranslations } from "next-intl/server";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { entryWordsIn } from "@/lib/words/entry-words";
import { moments } from "./moments";

/** How the parts of an entry are said on a page, its days and times as people read them unless otherwise asked. */
export async function entryWords(panel: PanelView, asked?: Parameters<typeof entryWordsIn>[1]) {
  const [t, when] = await Promise.all([getTranslations("dpo"), asked ?? moments()]);
  return entryWordsIn(t, when, panel);
}
