import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { DemoPeople } from "@/app/(public)/_components/demo-people";
import { ProductHeader } from "@/app/(public)/_components/product-header";
import { Section } from "@/components/content/card";
import { NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { readConfig } from "@/lib/config/config";
import { listPanels } from "@/lib/queries/panel/get-panel";
import { askForStaffCode } from "./actions";
import { ProviderSignIn } from "./provider-sign-in";

type Props = { searchParams: Promise<{ error?: string | string[] }> };

export const generateMetadata = titlesIn("signin.staff")("title");

/** Through the organisation's provider; in the demo by code, or at one press as one of its people. */
export default async function StaffSignInPage({ searchParams }: Props) {
  const { demo, oidc } = readConfig();
  const t = await getTranslations("signin.staff");
  const panels = demo ? await listPanels() : [];
  return (
    <PageShell header={<ProductHeader />}>
      {(await searchParams).error === undefined ? null : (
        <NotificationBanner tone="danger" title={t("refusedTitle")} announce>
          <p>{t("refused")}</p>
        </NotificationBanner>
      )}
      <PageTitle lead={t("lead")}>{t("heading")}</PageTitle>
      {oidc === undefined ? null : <ProviderSignIn label={t("provider")} />}
      {oidc === undefined && !demo ? (
        <NotificationBanner tone="warning" title={t("missingTitle")}>
          <p>{t("missing")}</p>
        </NotificationBanner>
      ) : null}
      <DemoPeople panels={panels} />
      {demo ? (
        <Section title={t("codeHeading")}>
          <Form
            action={askForStaffCode}
            submit={t("button")}
            tone="secondary"
            fields={[{ kind: "email", name: "email", label: t("email") }]}
          />
        </Section>
      ) : null}
      <p>
        {t("resident")} <a href="/sign-in">{t("residentLink")}</a>
      </p>
    </PageShell>
  );
}
