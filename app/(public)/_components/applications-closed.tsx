import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PublicPage } from "./public-page";
import { nextRound, RoundDates } from "./round-dates";

/** Instead of the form, while no round is open: when it opens again, and what can be done now. */
export async function ApplicationsClosed({ panel }: { panel: PanelView }) {
  const t = await getTranslations("public.round");
  const { contactPhone: phone, contactEmail: email } = panel.document.organisation;
  const known = nextRound(panel) !== null;
  return (
    <PublicPage panel={panel} journey back={`/${panel.slug}`}>
      <PageTitle caption={panel.name}>{t("closed")}</PageTitle>
      {known ? (
        <Section title={t("title")}>
          <RoundDates panel={panel} />
        </Section>
      ) : (
        <p>{t("closedUnknown", { phone, email })}</p>
      )}
      <p>{t("closedHint")}</p>
      <div className="buttons">
        <ButtonLink href={`/${panel.slug}/sign-in`}>{t("signIn")}</ButtonLink>
        <ButtonLink href={`/${panel.slug}`} tone="secondary">
          {t("back")}
        </ButtonLink>
      </div>
    </PublicPage>
  );
}
