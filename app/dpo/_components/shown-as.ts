import { getTranslations } from "next-intl/server";
import { languageOf } from "@/lib/policy/languages";
import type { Words } from "@/lib/queries/trail/exact-words";

/** In which language and format words were shown: "English, Easy Read". */
export async function shownAs(): Promise<(words: Pick<Words, "language" | "format">) => string> {
  const t = await getTranslations("dpo.shownAs");
  return ({ language, format }) =>
    t("words", {
      language: languageOf(language).english,
      format: t.has(`format.${format}`) ? t(`format.${format}`) : format,
    });
}
