import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Section } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { DemoPeople } from "../../_components/demo-people";
import { panelOr404, type PanelParams } from "../../_components/panel-or-404";
import { PublicPage } from "../../_components/public-page";
import { askForMemberCode } from "./actions";

export const generateMetadata = titlesIn("signin.ask")("title");

export default async function SignInPage({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const t = await getTranslations("signin.ask");
  return (
    <PublicPage panel={panel}>
      <PageTitle lead={t("lead")}>{t("heading", { panel: panel.name })}</PageTitle>
      <Form
        action={askForMemberCode}
        submit={t("button")}
        hidden={{ panel: panel.slug }}
        fields={[{ kind: "email", name: "email", label: t("email"), hint: t("emailHint") }]}
      />
      <DemoPeople panels={[panel]} roles={["resident"]} />
      <Section title={t("new")}>
        <p>
          <a href={`/${panel.slug}/join`}>{t(panel.document.panel.joining === "round" ? "apply" : "join")}</a>
        </p>
        <p>{t("noMail", { phone: panel.document.organisation.contactPhone })}</p>
      </Section>
    </PublicPage>
  );
}
