import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";
import { PlainList } from "../../_components/plain-list";
import { PublicPage } from "../../_components/public-page";

export const generateMetadata = titlesIn("public.accessibility")("title");

/** What works, what does not, and who helps. Only what is true. */
export default async function Accessibility({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const { contactPhone: phone, contactEmail: email } = panel.document.organisation;
  const t = await getTranslations("public.accessibility");
  return (
    <PublicPage panel={panel}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <Section title={t("helpTitle")}>
        <p>{t("help", { phone, email })}</p>
      </Section>
      <Section title={t("canTitle")}>
        <PlainList items={t.raw("can") as string[]} />
      </Section>
      <Section title={t("testedTitle")}>
        <p>{t("tested")}</p>
      </Section>
      <Section title={t("notTitle")}>
        <PlainList items={t.raw("not") as string[]} />
      </Section>
    </PublicPage>
  );
}
