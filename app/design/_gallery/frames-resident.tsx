import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Card, CardGrid, Section } from "@/components/content/card";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { NotificationBanner } from "@/components/content/notice";
import { Steps } from "@/components/content/steps";
import { SummaryList } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import { Receipt } from "@/components/consent/receipt";
import { formWords } from "@/components/form/form";
import { Footer } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { SiteHeader } from "@/components/layout/site-header";
import { BackLink } from "@/components/layout/way-back";
import { consentFields } from "./form-fields";
import { SpecimenForm } from "./specimen-form";

/** A step of joining. */
export async function PublicFrame() {
  const t = await getTranslations("design.frames");
  const f = await getTranslations("design.form");
  const links = (["privacy", "contact", "accessibility"] as const).map((key) => ({
    href: `#${key}`,
    label: t(key),
  }));
  return (
    <PageShell
      accent="#0f6466"
      header={
        <SiteHeader
          panel={{ name: t("panelA"), organisation: t("organisationA"), href: "/design/frame/public" }}
          nav={[{ href: "#sign-in", label: t("signIn") }]}
        />
      }
      before={<BackLink href="/design" />}
      footer={<Footer links={links}>{t("legal")}</Footer>}
    >
      <Steps step={3} of={5} />
      <PageTitle lead={t("choicesLead")}>{t("choicesTitle")}</PageTitle>
      <SpecimenForm
        words={await formWords()}
        fields={await consentFields()}
        submit={f("continue")}
        outcome={{
          status: "invalid",
          fields: { "research.email": [f("errors.choice")], "research.sms": [f("errors.choice")] },
        }}
      />
    </PageShell>
  );
}

/** A resident's dashboard. */
export async function MemberFrame() {
  const t = await getTranslations("design.frames");
  const nav = (["home", "choices", "invitations", "history", "data"] as const).map((key) => ({
    href: key === "home" ? "/design/frame/member" : `#${key}`,
    label: t(`memberNav.${key}`),
  }));
  return (
    <PageShell
      accent="#a8431b"
      width="page"
      header={
        <SiteHeader
          panel={{ name: t("panelB"), organisation: t("organisationB"), href: "/design/frame/member" }}
          nav={nav}
          person={{ name: t("resident") }}
        />
      }
      footer={<Footer links={[{ href: "#privacy", label: t("privacy") }]}>{t("legal")}</Footer>}
    >
      <PageTitle lead={t("homeLead")}>{t("homeTitle")}</PageTitle>
      <NotificationBanner tone="success" title={t("homeNotice")} />
      <Section title={t("nowTitle")}>
        <CardGrid>
          {(["group", "survey"] as const).map((key) => (
            <Card
              key={key}
              level={3}
              title={t(`now.${key}.title`)}
              aside={<Tag tone="brand">{t(`now.${key}.tag`)}</Tag>}
              foot={<ButtonLink href="#answer">{t(`now.${key}.action`)}</ButtonLink>}
            >
              <p>{t(`now.${key}.body`)}</p>
            </Card>
          ))}
        </CardGrid>
      </Section>
      <Section title={t("agreedTitle")} lead={t("agreedLead")}>
        <AgreedList />
      </Section>
    </PageShell>
  );
}

async function AgreedList() {
  const t = await getTranslations("design.frames");
  const rows = (["surveys", "news"] as const).map((key) => ({
    key,
    label: t(`agreed.${key}.label`),
    value: t(`agreed.${key}.value`),
    actions: [{ href: "#change", label: t("change"), hidden: t(`agreed.${key}.hidden`) }],
  }));
  return <SummaryList rows={rows} />;
}

/** The end of joining, with the proof to keep. */
export async function DoneFrame() {
  const t = await getTranslations("design.gallery");
  const e = await getTranslations("design.evidence");
  const f = await getTranslations("design.frames");
  const panel = { name: f("panelA"), organisation: f("organisationA"), href: "/design/frame/public" };
  return (
    <PageShell
      accent="#0f6466"
      header={<SiteHeader panel={panel} />}
      footer={<Footer links={[]}>{f("legal")}</Footer>}
    >
      <ConfirmationPanel title={t("confirmationTitle")}>
        <p>{t("confirmationBody")}</p>
      </ConfirmationPanel>
      <Receipt
        title={e("receipt")}
        referenceLabel={e("reference")}
        reference="0198f2c4-7d1e-7a63-9b42-5b1f6f0d8e11"
        rows={[{ key: "about", label: e("aboutLabel"), value: e("about") }]}
      />
    </PageShell>
  );
}
