import { getTranslations } from "next-intl/server";
import { noticePath } from "@/app/_notices/notice-path";
import { languageOf } from "@/lib/policy/languages";
import { editionSlug } from "@/lib/policy/notice-editions";
import type { EditionKey } from "@/lib/queries/notice/get-notice";

/** How an edition is called: the format in English, another language by its own name. */
export async function editionName() {
  const t = await getTranslations("notices.format");
  return ({ language, format }: EditionKey) => {
    if (language === "en") return t(format);
    const own = languageOf(language).own;
    return format === "standard" ? own : `${own} – ${t(format)}`;
  };
}

type Props = {
  panel: string;
  number: number;
  editions: readonly EditionKey[];
  here: EditionKey;
};

/** The other ways to read the same version: plain links. */
export async function EditionLinks({ panel, number, editions, here }: Props) {
  const t = await getTranslations("notices.read");
  const nameOf = await editionName();
  if (editions.length < 2) return null;
  return (
    <nav aria-label={t("otherWays")} className="edition-links">
      <span aria-hidden="true">{t("otherWays")}</span>
      <ul>
        {editions.map((edition) => (
          <li key={`${edition.language}-${edition.format}`}>
            <a
              href={noticePath(panel, number, edition)}
              lang={edition.language === "en" ? "en-GB" : edition.language}
              {...(editionSlug(edition) === editionSlug(here) ? { "aria-current": "page" } : {})}
            >
              {nameOf(edition)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
