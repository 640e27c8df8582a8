import { getTranslations } from "next-intl/server";
import { Details } from "@/components/content/notice";
import type { FieldSpec } from "@/components/form/field-spec";
import { londonDate } from "@/lib/clock";
import { renderEasyRead } from "@/lib/policy/notice-easy-read";
import { requiredElements } from "@/lib/policy/notice-elements";
import type { NoticeSection } from "@/lib/policy/notice-section";
import type { EditionDraft } from "@/lib/queries/notice/get-edition-draft";
import { wordsOf } from "@/lib/schemas/notice-edition";

function Original({ section, label }: { section: NoticeSection; label: string }) {
  return (
    <Details summary={label}>
      <p>
        <strong>{section.heading}</strong>
      </p>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.list === undefined ? null : (
        <ul>
          {section.list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </Details>
  );
}

/** A heading and words for each part of the standard notice, with that part beside them. */
export async function editionFields({ standard, document }: EditionDraft): Promise<FieldSpec[]> {
  const t = await getTranslations("notices.dpo");
  const required = new Set(requiredElements(document, londonDate(standard.publishedAt)).map(({ id }) => id));
  const parts = standard.sections.map((section): FieldSpec => {
    const { id, heading } = section;
    return {
      kind: "fieldset",
      id: `part-${id}`,
      legend: required.has(id) ? t("partRequired", { part: heading }) : heading,
      fields: [
        {
          kind: "content",
          id: `original-${id}`,
          content: <Original section={section} label={t("original")} />,
        },
        { kind: "text", name: `heading-${id}`, label: t("heading"), width: "full", maxLength: 200 },
        { kind: "textarea", name: `words-${id}`, label: t("words"), rows: 6 },
      ],
    };
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
