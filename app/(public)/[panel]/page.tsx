import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/content/card";
import { PanelHero } from "../_components/panel-hero";
import { panelOr404, type PanelParams } from "../_components/panel-or-404";
import { PlainList } from "../_components/plain-list";
import { RoundDates } from "../_components/round-dates";
import { PublicPage } from "../_components/public-page";

export async function generateMetadata({ params }: PanelParams): Promise<Metadata> {
  const panel = await panelOr404((await params).panel);
  return { title: { absolute: panel.name }, description: panel.summary };
}

export default async function PanelHome({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const { membership, promises, organisation } = panel.document;
  const applies = panel.document.panel.joining === "round";
  const t = await getTranslations("public.home");
  const round = await getTranslations("public.round");
  const home = `/${panel.slug}`;
  return (
    <PublicPage panel={panel} width="page">
      <PanelHero panel={panel} />
      <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_20rem] md:items-start">
        <div className="grid gap-8">
          <Section title={t(applies ? "meansApply" : "means")}>
            <PlainList items={membership.joiningMeans} />
          </Section>
          <Section title={t("privacy")} lead={t("privacyLead")}>
            <PlainList items={promises} />
            <p>
              <a href={`${home}/privacy`}>{t("privacyLink")}</a>
            </p>
          </Section>
        </div>
        <div className="grid gap-4">
          {applies ? (
            <Card title={round("title")}>
              <RoundDates panel={panel} />
              <p>{round("how")}</p>
            </Card>
          ) : null}
          <Card title={applies ? round("whoApply") : t("who")}>
            <p>{membership.eligibility}</p>
          </Card>
          <Card title={t("paper")}>
            <p>{t("paperHint", { phone: organisation.contactPhone })}</p>
          </Card>
        </div>
      </div>
    </PublicPage>
  );
}
