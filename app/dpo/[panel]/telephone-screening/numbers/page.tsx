import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { countNumbers } from "@/lib/queries/screening/numbers-to-screen";
import { screeningReasons } from "@/lib/schemas/screening";
import { ScreeningForm, screeningTitle } from "../_components/screening-frame";
import { takeNumbers } from "../actions";

export const generateMetadata = screeningTitle("numbersForm.title");

export default async function Numbers({ params }: PageProps<"/dpo/[panel]/telephone-screening/numbers">) {
  const { panel: slug } = await params;
  const granted = await requireActor("screening.export", slug);
  const t = await getTranslations("screening.numbersForm");
  const { numbers } = await countNumbers(granted, londonDate(now()));
  return (
    <ScreeningForm granted={granted}>
      <PageTitle lead={t("lead", { count: numbers })}>{t("title")}</PageTitle>
      <Form
        action={takeNumbers}
        hidden={{ panel: slug }}
        submit={t("submit")}
        fields={[
          {
            kind: "select",
            name: "reason",
            label: t("reason"),
            emptyLabel: t("choose"),
            options: screeningReasons.map((value) => ({ value, label: t(`reasons.${value}`) })),
          },
        ]}
      />
    </ScreeningForm>
  );
}
