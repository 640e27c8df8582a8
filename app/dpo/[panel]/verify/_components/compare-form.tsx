import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { FileInput } from "@/components/form/file-input";
import { Form } from "@/components/form/form";
import { compareCheckpoint } from "../actions";

/** Compares what the officer kept outside with the entries here. */
export async function CompareForm({ slug }: { slug: string }) {
  const t = await getTranslations("dpo.verify.compare");
  const file = <FileInput name="file" label={t("file")} hint={t("fileHint")} accept=".txt,text/plain" />;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Form
        action={compareCheckpoint}
        id="compare"
        tone="secondary"
        hidden={{ panel: slug }}
        submit={t("button")}
        fields={[
          { kind: "textarea", name: "notes", label: t("notes"), hint: t("notesHint"), rows: 6 },
          { kind: "content", id: "compare-file", content: file },
        ]}
      />
    </Section>
  );
}
