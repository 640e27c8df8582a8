import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { EndedLink } from "../../_components/ended-link";
import { IncompleteLink } from "../../_components/incomplete-link";
import { PublicPage } from "../../_components/public-page";
import { findLink } from "./_components/find-link";
import { whereLinkStands, type LinkAddress } from "./_components/where-link-stands";
import { confirmJoining } from "./actions";

const titles = titlesIn("join.confirm", async ({ token = "" }) => (await findLink(token))?.panel.name);

export async function generateMetadata(address: LinkAddress) {
  const stands = await whereLinkStands(address);
  return titles(stands === "waiting" ? "title" : `${stands}Title`)(address);
}

/** Opening the link changes nothing: mail programs open links too. Only the press does. */
export default async function ConfirmPage(address: LinkAddress) {
  const { token } = await address.params;
  const [link, stands, t] = await Promise.all([
    findLink(token),
    whereLinkStands(address),
    getTranslations("join.confirm"),
  ]);
  if (stands === "incomplete") return <IncompleteLink />;
  if (link === null || stands === "ended") return <EndedLink panel={link?.panel ?? null} />;
  const { panel } = link;
  const named = { panel: panel.name };
  const applies = panel.document.panel.joining === "round";
  if (stands !== "waiting")
    return (
      <PublicPage panel={panel}>
        <ConfirmationPanel title={t(`${stands}Title`)}>
          <p>{t(stands, named)}</p>
        </ConfirmationPanel>
        <p>
          <ButtonLink href={`/${panel.slug}/sign-in`}>{t("signIn")}</ButtonLink>
        </p>
      </PublicPage>
    );
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
