import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { ButtonLink } from "@/components/content/button";
import { PlainPage } from "@/components/layout/plain-page";

export const generateMetadata = titlesIn("fault")("notFoundTitle");

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
