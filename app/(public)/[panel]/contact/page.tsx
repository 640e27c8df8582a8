import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { SummaryList } from "@/components/content/summary-list";
import { InsetText } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";
import { PublicPage } from "../../_components/public-page";
import { MailLink, PhoneLink } from "../../_components/reach";

export const generateMetadata = titlesIn("public.contact")("title");

export default async function Contact({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const { organisation } = panel.document;
  const t = await getTranslations("public.contact");
  const rows = [
    {
      key: "phone",
      label: t("phone"),
      value: <PhoneLink number={organisation.contactPhone} />,
    },
    { key: "email", label: t("email"), value: <MailLink address={organisation.contactEmail} /> },
    { key: "post", label: t("post"), value: `${organisation.legalName}, ${organisation.postalAddress}` },
  ];
  const officer = (
    <>
      <MailLink address={organisation.dpoEmail} />
      <p className="text-small text-muted">{t("dpoHint")}</p>
    </>
  );
  return (
    <PublicPage panel={panel}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <SummaryList rows={[...rows, { key: "dpo", label: t("dpo"), value: officer }]} />
      <InsetText>
        <h2 className="mb-2">{t("rights")}</h2>
        <p>{t("rightsHint")}</p>
        <p>
          <a href="/my/requests">{t("rightsLink")}</a>
        </p>
      </InsetText>
    </PublicPage>
  );
}
