import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Card } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ProductHeader } from "@/app/(public)/_components/product-header";
import { listPanels } from "@/lib/queries/panel/get-panel";

export const generateMetadata = titlesIn("public.panels")("title");

export default async function Start() {
  const panels = await listPanels();
  const [only] = panels;
  if (panels.length === 1 && only !== undefined) redirect(`/${only.slug}`);
  const t = await getTranslations("public.panels");
  return (
    <PageShell width="page" header={<ProductHeader />}>
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {panels.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : null}
      <div className="grid gap-5 md:grid-cols-2">
        {panels.map((panel) => (
          <Card
            key={panel.id}
            title={panel.name}
            foot={<a href={`/${panel.slug}`}>{t("open", { panel: panel.name })}</a>}
          >
            <p>{panel.summary}</p>
            <p className="text-small text-muted">
              {t("organisation", { organisation: panel.document.organisation.legalName })}
            </p>
          </Card>
        ))}
      </div>
      <p>
        {t("member")} <a href="/sign-in">{t("signIn")}</a>. {t("staff")}{" "}
        <a href="/staff/sign-in">{t("staffSignIn")}</a>.
      </p>
    </PageShell>
  );
}
