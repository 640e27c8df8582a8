import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Prose, Section } from "@/components/content/card";
import { FileInput } from "@/components/form/file-input";
import { Form } from "@/components/form/form";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ProductHeader } from "../_components/product-header";
import { checkReceipts } from "./actions";

export const generateMetadata = titlesIn("receipts.verify")("title");

const meanings = ["real", "who", "later", "true"] as const;

/** Anyone can check a receipt here, without signing in. */
export default async function Verify() {
  const t = await getTranslations("receipts.verify");
  const file = (
    <FileInput name="file" label={t("file")} hint={t("fileHint")} accept=".txt,.tlog-proof,.eml" />
  );
  return (
    <PageShell width="reading" header={<ProductHeader />}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <Form
        action={checkReceipts}
        fields={[
          { kind: "textarea", name: "receipt", label: t("receipt"), hint: t("receiptHint"), rows: 8 },
          { kind: "content", id: "file", content: file },
        ]}
        submit={t("submit")}
      >
        <p className="text-muted">{t("private")}</p>
      </Form>
      <Section title={t("whatTitle")}>
        <Prose>
          <ul>
            {meanings.map((meaning) => (
              <li key={meaning}>{t(`what.${meaning}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={t("howTitle")}>
        <p>{t("how")}</p>
      </Section>
    </PageShell>
  );
}
