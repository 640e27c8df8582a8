import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PublicPage } from "../../../_components/public-page";

/** The press in the mail happened: nothing is left to do here. */
export async function AllDone({ panel }: { panel: PanelView }) {
  const t = await getTranslations("join.done");
  return (
    <PublicPage panel={panel}>
      <ConfirmationPanel title={t("confirmedTitle")}>
        <p>{t("confirmed")}</p>
      </ConfirmationPanel>
      <p>
        <ButtonLink href={`/${panel.slug}/sign-in`}>{t("signIn")}</ButtonLink>
      </p>
    </PublicPage>
  );
}
