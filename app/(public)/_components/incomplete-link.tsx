import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { PageTitle } from "@/components/layout/page-title";
import { AnyPage } from "./ended-link";

/** A confirmation link that is none of ours as it stands: most often a part of it was cut off on the way. */
export async function IncompleteLink() {
  const t = await getTranslations("join.confirm");
  return (
    <AnyPage panel={null}>
      <PageTitle lead={t("incomplete")}>{t("incompleteTitle")}</PageTitle>
      <p>{t("incompleteHow")}</p>
      <p>{t("incompleteElse")}</p>
      <p>
        <ButtonLink href="/" tone="secondary">
          {t("againLink")}
        </ButtonLink>
      </p>
    </AnyPage>
  );
}
