import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageTitle } from "@/app/_titles/page-title";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import { joiningOn } from "@/lib/policy/application-round";
import { draftOfBrowser } from "@/lib/actions/join/draft-of-browser";
import { ApplicationsClosed } from "../../_components/applications-closed";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";
import { PlainList } from "../../_components/plain-list";
import { PublicPage } from "../../_components/public-page";
import { RoundSection } from "../../_components/round-section";
import { DraftBanner } from "./_components/draft-banner";
import { StartForm } from "./_components/start-form";

export async function generateMetadata({ params }: PanelParams): Promise<Metadata> {
  const panel = await panelOr404((await params).panel);
  const t = await getTranslations("join.start");
  const applies = panel.document.panel.joining === "round";
  const title = t(applies ? "headingApply" : "heading", { panel: panel.name });
  return { title: { absolute: await pageTitle(title) } };
}

/** What joining means, before anything is asked. */
export default async function JoinStart({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const { membership, promises } = panel.document;
  const joining = joiningOn(panel.document, londonDate(now()));
  const applies = joining.kind !== "anyTime";
  if (joining.kind === "closed") return <ApplicationsClosed panel={panel} />;
  const open = await draftOfBrowser(panel);
  const t = await getTranslations("join.start");
  return (
    <PublicPage panel={panel} journey back={`/${panel.slug}`}>
      <DraftBanner slug={panel.slug} draft={open?.draft ?? null} />
      <PageTitle lead={t("lead")}>{t(applies ? "headingApply" : "heading", { panel: panel.name })}</PageTitle>
      <Section title={t(applies ? "meansApply" : "means")}>
        <PlainList items={membership.joiningMeans} />
      </Section>
      <RoundSection panel={panel} />
      <Section title={t("short")}>
        <PlainList items={promises} />
        <p>
          <a href={`/${panel.slug}/privacy`}>{t("notice")}</a>. {t("noticeHint")}
        </p>
      </Section>
      <StartForm panel={panel} />
    </PublicPage>
  );
}
