import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { PageTitle } from "@/components/layout/page-title";
import { AnyPage } from "./ended-link";

/** A sign-in link that no longer holds: why, and the way on. */
export async function EndedCode() {
  const t = await getTranslations("signin.link");
  return (
    <AnyPage panel={null}>
      <PageTitle lead={t("ended")}>{t("endedTitle")}</PageTitle>
      <p>
        <ButtonLink href="/sign-in">{t("again")}</ButtonLink>
      </p>
    </AnyPage>
  );
}
