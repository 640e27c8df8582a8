import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { PageTitle } from "@/components/layout/page-title";
import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { CodeForm } from "../../../_components/code-form";
import { panelOr404, type PanelParams } from "../../../_components/panel-or-404";
import { PublicPage } from "../../../_components/public-page";
import { enterMemberCode } from "../actions";

export const generateMetadata = titlesIn("signin.code")("title");

/** The same page whether or not anyone has the address. */
export default async function SignInCodePage({ params }: PanelParams) {
  const panel = await panelOr404((await params).panel);
  const ask = `/${panel.slug}/sign-in` as const;
  if ((await readAskedHere()) === null) redirect(ask);
  const t = await getTranslations("signin.code");
  return (
    <PublicPage panel={panel} back={ask}>
      <PageTitle lead={t("lead")}>{t("heading")}</PageTitle>
      <CodeForm action={enterMemberCode} hidden={{ panel: panel.slug }} again={ask} />
    </PublicPage>
  );
}
