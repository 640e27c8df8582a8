import { getFormatter, getTranslations } from "next-intl/server";
import { Details, InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../_components/dpo-frame";
import { FileInput } from "@/components/form/file-input";
import { decisionsTitle } from "./_components/title";
import { checkDecisionList } from "./actions";

export const generateMetadata = decisionsTitle("import.title");

/** Decisions from paper, phone lists or an older system: give a file. */
export default async function BringDecisions({ params }: PageProps<"/dpo/[panel]/decisions-import">) {
  const { panel: slug } = await params;
  const granted = await requireActor("decision.import", slug);
  const t = await getTranslations("decisions.import");
  const format = await getFormatter();
  const { purposes } = granted.panel.document;
  const channels = [...new Set(purposes.flatMap((purpose) => purpose.channels))];
  const file = <FileInput name="file" label={t("file")} hint={t("fileHint")} accept=".csv,.txt" />;
  return (
    <DpoFrame granted={granted} current="decisions-import" width="page">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <InsetText>
        <ul className="grid gap-1">
          {(["no", "yes", "proof", "all"] as const).map((rule) => (
            <li key={rule}>{t(`rule.${rule}`)}</li>
          ))}
        </ul>
      </InsetText>
      <Details summary={t("columns")} open>
        <p>{t("columnsBody")}</p>
        <pre className="whitespace-pre-wrap break-all text-small">{t("example")}</pre>
        <p>{t("values", { channels: format.list(channels) })}</p>
        <p>{t("purposes", { purposes: format.list(purposes.map(({ key }) => key)) })}</p>
      </Details>
      <Form
        action={checkDecisionList}
        hidden={{ panel: slug }}
        fields={[
          { kind: "content", id: "file", content: file },
          { kind: "textarea", name: "list", label: t("text"), hint: t("textHint"), rows: 6 },
        ]}
        submit={t("submit")}
      />
    </DpoFrame>
  );
}
