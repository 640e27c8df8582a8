import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/content/button";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ProductHeader } from "./product-header";
import { PublicPage } from "./public-page";

/** A page of a panel, or of no panel when the link does not even say which. */
export function AnyPage({ panel, children }: { panel: PanelView | null; children: ReactNode }) {
  if (panel !== null) return <PublicPage panel={panel}>{children}</PublicPage>;
  return <PageShell header={<ProductHeader />}>{children}</PageShell>;
}

/** A confirmation link that no longer holds: why, and the way on. */
export async function EndedLink({ panel }: { panel: PanelView | null }) {
  const t = await getTranslations("join.confirm");
  return (
    <AnyPage panel={panel}>
      <PageTitle lead={t("ended")}>{t("endedTitle")}</PageTitle>
      <p>{t("again")}</p>
      <p>
        <ButtonLink href={panel === null ? "/" : `/${panel.slug}/join`}>{t("againLink")}</ButtonLink>
      </p>
    </AnyPage>
  );
}
