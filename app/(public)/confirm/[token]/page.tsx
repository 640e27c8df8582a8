import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { readLink } from "@/lib/auth/signed-link";
import { EndedLink } from "../../_components/ended-link";
import { IncompleteLink } from "../../_components/incomplete-link";
import { PublicPage } from "../../_components/public-page";
import { findLink } from "./_components/find-link";
import { confirmJoining } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ already?: string | string[] }> };

export const generateMetadata = titlesIn(
  "join.confirm",
  async ({ token = "" }) => (await findLink(token))?.panel.name,
)("title");

/** Opening the link changes nothing: mail programs open links too. Only the press does. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { token } = await params;
  const link = await findLink(token);
  const t = await getTranslations("join.confirm");
  // A link that was ours at any time has ended; anything else was cut off or made up.
  if (link === null && readLink("confirm", token, new Date(0)) === null) return <IncompleteLink />;
  if (link === null || link.state === "ended") return <EndedLink panel={link?.panel ?? null} />;
  const { panel, state } = link;
  const named = { panel: panel.name };
  const applies = panel.document.panel.joining === "round";
  if (state === "confirmed") {
    const key = (await searchParams).already === "1" ? "already" : applies ? "applied" : "joined";
    return (
      <PublicPage panel={panel}>
        <ConfirmationPanel title={t(`${key}Title`)}>
          <p>{t(key, named)}</p>
        </ConfirmationPanel>
        <p>
          <ButtonLink href={`/${panel.slug}/sign-in`}>{t("signIn")}</ButtonLink>
        </p>
      </PublicPage>
    );
  }
  return (
    <PublicPage panel={panel} journey>
      <PageTitle lead={t(applies ? "leadApply" : "lead")}>
        {t(applies ? "headingApply" : "heading", named)}
      </PageTitle>
      <Form
        action={confirmJoining}
        submit={t(applies ? "buttonApply" : "button")}
        hidden={{ link: token }}
        fields={[]}
      />
      <p>{t("notYou")}</p>
    </PublicPage>
  );
}
