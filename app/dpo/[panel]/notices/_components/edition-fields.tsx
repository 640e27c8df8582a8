import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { londonDate } from "@/lib/clock";
import { renderEasyRead } from "@/lib/policy/notice-easy-read";
import { requiredElements } from "@/lib/policy/notice-elements";
import type { NoticeSection } from "@/lib/policy/notice-section";
import type { EditionDraft } from "@/lib/queries/notice/get-edition-draft";
import { wordsOf } from "@/lib/schemas/notice-edition";
import { sectionFields } from "./section-fields";

/** A heading and words for each part of the standard notice, with that part beside them. */
export async function editionFields({ standard, document }: EditionDraft): Promise<FieldSpec[]> {
  const t = await getTranslations("notices.dpo");
  const required = new Set(requiredElements(document, londonDate(standard.publishedAt)).map(({ id }) => id));
  const parts = await sectionFields({
    sections: standard.sections,
    required,
    inputsOf: (id) => ({ part: `part-${id}`, heading: `heading-${id}`, words: `words-${id}` }),
  });
  const title: FieldSpec = {
    kind: "text",
    name: "title",
    label: t("titleField"),
    hint: t("titleHint"),
    optional: true,
    width: "full",
    maxLength: 200,
  };
  return [title, ...parts];
}

/** What to begin with: what was saved; for Easy Read and large print in English, what would be made of the policy. */
function beginning({ standard, edition, saved, document }: EditionDraft): readonly NoticeSection[] {
  if (saved !== null) return saved.sections;
  if (edition.language !== "en") return [];
  return edition.format === "easyRead"
    ? renderEasyRead(document, document.notice ?? {}, londonDate(standard.publishedAt))
    : standard.sections;
}

export function editionInitial(draft: EditionDraft): Record<string, string> {
  const words = beginning(draft).flatMap((section) => [
    [`heading-${section.id}`, section.heading],
    [`words-${section.id}`, wordsOf(section)],
  ]);
  return { title: draft.saved?.title ?? "", ...(Object.fromEntries(words) as Record<string, string>) };
}
