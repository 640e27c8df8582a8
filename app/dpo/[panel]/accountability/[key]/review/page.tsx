import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { assessmentOr404 } from "../../_components/assessment-or-404";
import { accountabilityTitle } from "../../_components/metadata";
import { reviewFields, reviewInitial } from "../../_components/review-fields";
import { recordAssessmentReview } from "./actions";

export const generateMetadata = accountabilityTitle("record");

export default async function ReviewForm(props: PageProps<"/dpo/[panel]/accountability/[key]/review">) {
  const { panel: slug, key } = await props.params;
  const granted = await requireActor("accountability.review", slug);
  const assessment = await assessmentOr404(granted, key);
  const { record, reviews } = assessment;
  const t = await getTranslations("accountability");
  const back = dpoPath(slug, `accountability/${key}`);
  const hidden = {
    panel: slug,
    key: record.key,
    kind: record.kind,
    number: String(reviews[0]?.number ?? 0),
  };
  return (
    <DpoFrame granted={granted} width="reading" current="accountability" before={<BackLink href={back} />}>
      <PageTitle caption={t(`kind.${record.kind}`)} lead={t(`formLead.${record.kind}`)}>
        {t("recordOf", { title: record.title })}
      </PageTitle>
      <Form
        action={recordAssessmentReview}
        hidden={hidden}
        fields={await reviewFields(record.kind)}
        initial={reviewInitial(assessment)}
        submit={t("save")}
        secondary={[{ label: t("cancel"), href: back }]}
      >
        <p className="text-muted">{t("saveNote")}</p>
      </Form>
    </DpoFrame>
  );
}
