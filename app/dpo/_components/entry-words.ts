import { getTranslations } from "next-intl/server";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { entryWordsIn } from "@/lib/words/entry-words";
import { moments } from "./moments";

/** How the parts of an entry are said on a page. */
export async function entryWords(panel: PanelView) {
  const [t, when] = await Promise.all([getTranslations("dpo"), moments()]);
  return entryWordsIn(t, when, panel);
}
