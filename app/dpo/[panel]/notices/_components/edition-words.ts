import { getTranslations } from "next-intl/server";
import { languageOf } from "@/lib/policy/languages";
import type { EditionKey } from "@/lib/queries/notice/get-notice";

/** How staff read an edition: its language in English, and its format unless it is the standard one. */
export async function editionWords(): Promise<(edition: EditionKey) => string> {
  const t = await getTranslations("notices.format");
  return ({ language, format }) => {
    const { english } = languageOf(language);
    if (format === "standard") return english;
    return language === "en" ? t(format) : `${english}, ${t(format)}`;
  };
}

/** How a person came to see a notice, in words; a way that has none is shown as it stands. */
export async function placeWords(): Promise<(place: string) => string> {
  const t = await getTranslations("notices.place");
  return (place) => (t.has(place) ? t(place) : place);
}
