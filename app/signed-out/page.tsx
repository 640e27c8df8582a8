import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { ProductHeader } from "@/app/(public)/_components/product-header";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { PageShell } from "@/components/layout/page-shell";

export const generateMetadata = titlesIn("public.signedOut")("title");

export default async function SignedOut() {
  const t = await getTranslations("public.signedOut");
  return (
    <PageShell header={<ProductHeader />}>
      <ConfirmationPanel title={t("title")}>
        <p>{t("lead")}</p>
      </ConfirmationPanel>
      <p>
        <ButtonLink href="/">{t("start")}</ButtonLink>
      </p>
    </PageShell>
  );
}
