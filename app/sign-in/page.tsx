import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { ProductHeader } from "@/app/(public)/_components/product-header";
import { Card } from "@/components/content/card";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { listPanels } from "@/lib/queries/panel/get-panel";

export const generateMetadata = titlesIn("signin.choose")("title");

/** Which panel: an address may be on several, and each has its own members. */
export default async function ChoosePanel() {
  const panels = await listPanels();
  const [only] = panels;
  if (panels.length === 1 && only !== undefined) redirect(`/${only.slug}/sign-in`);
  const t = await getTranslations("signin.choose");
  return (
    <PageShell width="page" header={<ProductHeader />}>
      <PageTitle lead={t("lead")}>{t("heading")}</PageTitle>
      <div className="grid gap-5 md:grid-cols-2">
        {panels.map((panel) => (
          <Card
            key={panel.id}
            title={panel.name}
            foot={<a href={`/${panel.slug}/sign-in`}>{t("open", { panel: panel.name })}</a>}
          >
            <p>{t("organisation", { organisation: panel.document.organisation.legalName })}</p>
          </Card>
        ))}
      </div>
      <p>
        {t("staff")} <a href="/staff/sign-in">{t("staffLink")}</a>
      </p>
    </PageShell>
  );
}
