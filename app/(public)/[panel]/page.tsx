import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { InsetText } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { panelOr404, type PanelParams } from "../_components/panel-or-404";
import { PlainList } from "../_components/plain-list";
import { PublicPage } from "../_components/public-page";

export async function generateMetadata({ params }: PanelParams): Promise<Metadata> {
  const panel = await panelOr404((await params).panel);
  return { title: panel.name, description: panel.summary };
}

export default async function PanelHome({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const { membership, promises, organisation } = panel.document;
  const applies = panel.document.panel.joining === "round";
  const t = await getTranslations("public.home");
  const home = `/${panel.slug}`;
  return (
    <PublicPage panel={panel}>
      <PageTitle lead={panel.summary}>{panel.name}</PageTitle>
      <div className="buttons">
        <ButtonLink href={`${home}/join`}>{t(applies ? "apply" : "join")}</ButtonLink>
        <ButtonLink href={`${home}/sign-in`} tone="secondary">
          {t("signIn")}
        </ButtonLink>
        <p className="w-full text-small text-muted">{t("time")}</p>
      </div>
      <Section title={t(applies ? "meansApply" : "means")}>
        <PlainList items={membership.joiningMeans} />
      </Section>
      <Section title={t("who")}>
        <p>{membership.eligibility}</p>
      </Section>
      <Section title={t("privacy")} lead={t("privacyLead")}>
        <PlainList items={promises} />
        <p>
          <a href={`${home}/privacy`}>{t("privacyLink")}</a>
        </p>
      </Section>
      <Section title={t("paper")}>
        <InsetText>
          <p>{t("paperHint", { phone: organisation.contactPhone })}</p>
        </InsetText>
      </Section>
    </PublicPage>
  );
}
