import { getTranslations } from "next-intl/server";
import { Details } from "@/components/content/notice";
import type { FieldSpec } from "@/components/form/field-spec";
import type { NoticeSection } from "@/lib/policy/notice-section";

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

/** What the inputs of a part are called, and the part's own address on the page. */
export type SectionInputs = { readonly part: string; readonly heading: string; readonly words: string };

type Props = {
  sections: readonly NoticeSection[];
  /** The parts that the law asks for. */
  required: ReadonlySet<string>;
  inputsOf: (id: string) => SectionInputs;
};

/** A heading and words for each part of a notice, with the standard one beside them. */
export async function sectionFields({ sections, required, inputsOf }: Props): Promise<FieldSpec[]> {
  const t = await getTranslations("notices.dpo");
  return sections.map((section) => {
    const { id, heading } = section;
    const inputs = inputsOf(id);
    return {
      kind: "fieldset",
      id: inputs.part,
      legend: required.has(id) ? t("partRequired", { part: heading }) : heading,
      fields: [
        {
          kind: "content",
          id: `original-${id}`,
          content: <Original section={section} label={t("original")} />,
        },
        { kind: "text", name: inputs.heading, label: t("heading"), width: "full", maxLength: 200 },
        { kind: "textarea", name: inputs.words, label: t("words"), rows: 6 },
      ],
    };
  });
}
