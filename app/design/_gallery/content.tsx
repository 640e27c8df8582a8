import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/content/button";
import { Card, CardGrid, Prose, Section } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { Details, InsetText, NotificationBanner } from "@/components/content/notice";
import { Steps } from "@/components/content/steps";
import { SummaryList } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import { Breadcrumbs, BackLink } from "@/components/layout/way-back";
import { Specimen } from "./specimen";

const tones = ["primary", "secondary", "warning", "quiet"] as const;
const notices = ["info", "success", "warning", "danger"] as const;

export async function ButtonSection() {
  const t = await getTranslations("design.gallery");
  return (
    <Section title={t("buttons")}>
      <Specimen name="Button">
        <form action="#main" className="flex flex-wrap gap-4">
          {tones.map((tone) => (
            <Button key={tone} tone={tone}>
              {t(`tone.${tone}`)}
            </Button>
          ))}
        </form>
      </Specimen>
      <Specimen name="ButtonLink">
        <ButtonLink href="#main">{t("tone.primary")}</ButtonLink>
      </Specimen>
      <Specimen name="BackLink, Breadcrumbs, Steps">
        <BackLink href="#main" />
        <Breadcrumbs items={[{ href: "#main", label: t("members") }]} current={t("member")} />
        <Steps step={2} of={5} label={t("choices")} />
      </Specimen>
    </Section>
  );
}

export async function NoticeSection() {
  const t = await getTranslations("design.gallery");
  return (
    <Section title={t("notices")}>
      <Specimen name="NotificationBanner">
        <div className="grid gap-4">
          {notices.map((tone) => (
            <NotificationBanner key={tone} tone={tone} title={t(`notice.${tone}`)}>
              <p>
                {t("noticeBody")} <a href="#main">{t("noticeLink")}</a>
              </p>
            </NotificationBanner>
          ))}
        </div>
      </Specimen>
      <Specimen name="Tag">
        <div className="flex flex-wrap gap-2">
          {(["neutral", "brand", ...notices] as const).map((tone) => (
            <Tag key={tone} tone={tone}>
              {t(`tag.${tone}`)}
            </Tag>
          ))}
        </div>
      </Specimen>
      <Specimen name="InsetText, Details">
        <InsetText>{t("inset")}</InsetText>
        <Details summary={t("detailsSummary")}>
          <p>{t("detailsBody")}</p>
        </Details>
        <Details summary={t("detailsSummary")} open>
          <p>{t("detailsBody")}</p>
        </Details>
      </Specimen>
    </Section>
  );
}

export async function CardSection() {
  const t = await getTranslations("design.gallery");
  const rows = (["name", "address", "phone"] as const).map((key) => ({
    key,
    label: t(`summary.${key}.label`),
    value: t(`summary.${key}.value`),
    actions: [{ href: "#main", label: t("change"), hidden: t(`summary.${key}.hidden`) }],
  }));
  return (
    <Section title={t("cards")} lead={t("cardsLead")}>
      <Specimen name="SummaryList">
        <SummaryList rows={rows} />
      </Specimen>
      <Specimen name="SummaryList card, Card">
        <CardGrid>
          <SummaryList rows={rows} card={t("details")} level={3} />
          <Card
            title={t("invitation")}
            level={3}
            aside={<Tag tone="brand">{t("tag.brand")}</Tag>}
            foot={<ButtonLink href="#main">{t("answer")}</ButtonLink>}
          >
            <p>{t("invitationBody")}</p>
          </Card>
        </CardGrid>
      </Specimen>
      <WordSpecimens />
    </Section>
  );
}

async function WordSpecimens() {
  const t = await getTranslations("design.gallery");
  return (
    <>
      <Specimen name="Prose">
        <Prose>
          <p>{t("inset")}</p>
          <ul>
            <li>{t("notice.info")}</li>
            <li>{t("notice.success")}</li>
          </ul>
        </Prose>
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState title={t("emptyTitle")} action={<ButtonLink href="#main">{t("emptyAction")}</ButtonLink>}>
          <p>{t("emptyBody")}</p>
        </EmptyState>
      </Specimen>
    </>
  );
}
