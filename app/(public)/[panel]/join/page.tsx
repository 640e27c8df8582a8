import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { draftOfBrowser } from "@/lib/actions/join/draft-of-browser";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";
import { PlainList } from "../../_components/plain-list";
import { PublicPage } from "../../_components/public-page";
import { startJoining } from "./actions";
import { editionField } from "./_components/edition-field";
import { DraftBanner } from "./_components/draft-banner";

export async function generateMetadata({ params }: PanelParams): Promise<Metadata> {
  const panel = await panelOr404((await params).panel);
  const t = await getTranslations("join.start");
  return { title: t("heading", { panel: panel.name }) };
}

/** What joining means, before anything is asked. */
export default async function JoinStart({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const { membership, promises, organisation } = panel.document;
  const applies = panel.document.panel.joining === "round";
  const open = await draftOfBrowser(panel);
  const t = await getTranslations("join.start");
  return (
    <PublicPage panel={panel} journey back={`/${panel.slug}`}>
      <DraftBanner slug={panel.slug} draft={open?.draft ?? null} />
      <PageTitle lead={t("lead")}>{t(applies ? "headingApply" : "heading", { panel: panel.name })}</PageTitle>
      <Section title={t(applies ? "meansApply" : "means")}>
        <PlainList items={membership.joiningMeans} />
      </Section>
      <Section title={t("short")}>
        <PlainList items={promises} />
        <p>
          <a href={`/${panel.slug}/privacy`}>{t("notice")}</a>. {t("noticeHint")}
        </p>
      </Section>
      <Section title={t("who")} lead={membership.eligibility}>
        <Form
          action={startJoining}
          submit={t("button")}
          hidden={{ panel: panel.slug }}
          initial={{ edition: "standard" }}
          fields={[
            ...(await editionField(panel)),
            { kind: "singleCheckbox", name: "eligible", label: t("eligible") },
          ]}
        />
        <p className="text-muted">{t("paper", { phone: organisation.contactPhone })}</p>
      </Section>
    </PublicPage>
  );
}
