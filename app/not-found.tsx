import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { PlainPage } from "@/components/layout/plain-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("fault");
  return { title: t("notFoundTitle") };
}

/** Not there and not yours look the same, so that nobody can find out which members exist. */
export default async function NotFound() {
  const t = await getTranslations("fault");
  return (
    <PlainPage
      title={t("notFoundTitle")}
      lead={t("notFoundLead")}
      action={<ButtonLink href="/">{t("start")}</ButtonLink>}
    >
      <p>{t("notFoundLink")}</p>
    </PlainPage>
  );
}
