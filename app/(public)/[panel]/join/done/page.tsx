import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Section } from "@/components/content/card";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { Form } from "@/components/form/form";
import { draftOfBrowser } from "@/lib/actions/join/draft-of-browser";
import { MailAddress } from "../../../_components/mail-address";
import { panelOr404, type PanelParams } from "../../../_components/panel-or-404";
import { PublicPage } from "../../../_components/public-page";
import { AllDone } from "../_components/all-done";
import { changeAddress } from "./actions";

export const generateMetadata = titlesIn("join.done")("title");

/** The same page for every address, known or not. */
export default async function JoinDonePage({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const open = await draftOfBrowser(panel);
  if (open?.draft.submittedAt == null) redirect(`/${panel.slug}/join`);
  const t = await getTranslations("join.done");
  const { confirmedAt, answers } = open.draft;
  if (confirmedAt !== null) return <AllDone panel={panel} />;
  const applies = panel.document.panel.joining === "round";
  return (
    <PublicPage panel={panel}>
      <ConfirmationPanel title={t("title")}>
        <p>
          {t("sentTo")}{" "}
          <strong>
            <MailAddress address={answers.details?.email ?? ""} />
          </strong>
        </p>
        <p className="mt-2">{t(applies ? "pressApply" : "press")}</p>
      </ConfirmationPanel>
      <p>{t("until")}</p>
      <Section title={t("nothing")}>
        <p>{t("spam")}</p>
        <p>{t("wrong")}</p>
        <Form
          action={changeAddress}
          submit={t("change")}
          tone="secondary"
          hidden={{ panel: panel.slug }}
          fields={[]}
        />
        <p>{t("help", { phone: panel.document.organisation.contactPhone })}</p>
      </Section>
    </PublicPage>
  );
}
