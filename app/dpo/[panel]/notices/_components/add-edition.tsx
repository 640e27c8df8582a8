import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { languages } from "@/lib/policy/languages";
import { noticeFormats } from "@/lib/policy/document-parts";
import { chooseEdition } from "../[version]/actions";

/** Chooses which language and format to write next. */
export async function AddEdition({ slug, number }: { slug: string; number: number }) {
  const t = await getTranslations("notices");
  return (
    <Section title={t("dpo.add")} lead={t("dpo.addLead")}>
      <Form
        action={chooseEdition}
        hidden={{ panel: slug, number: String(number) }}
        submit={t("dpo.addNext")}
        tone="secondary"
        fields={[
          {
            kind: "select",
            name: "language",
            label: t("dpo.language"),
            emptyLabel: t("dpo.chooseLanguage"),
            options: languages.map(({ tag, english, own }) => ({
              value: tag,
              label: english === own ? english : `${english} (${own})`,
            })),
          },
          {
            kind: "radios",
            name: "format",
            label: t("dpo.format"),
            options: noticeFormats.map((value) => ({ value, label: t(`dpo.formatName.${value}`) })),
          },
        ]}
      />
    </Section>
  );
}
