import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { Footer } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { SiteHeader } from "@/components/layout/site-header";
import { requireGallery } from "./open";

export type GalleryQuery = Record<string, string | string[] | undefined>;

/** The frame of a gallery sheet. `?accent=8a2a5b` wears another panel's colour, `?density=dense` is the staff's size. */
export async function GalleryPage({ query, children }: { query: GalleryQuery; children: ReactNode }) {
  requireGallery();
  const t = await getTranslations("design.gallery");
  const { accent, density } = query;
  const sheets = (["basics", "forms", "choices", "content", "figures", "evidence"] as const).map((sheet) => ({
    href: sheet === "basics" ? "/design" : `/design/${sheet}`,
    label: t(`sheet.${sheet}`),
  }));
  const frames = (["public", "done", "member", "staff", "dpo"] as const).map((area) => ({
    href: `/design/frame/${area}`,
    label: t(`frame.${area}`),
  }));
  return (
    <PageShell
      accent={typeof accent === "string" ? accent : undefined}
      density={density === "dense" ? "dense" : "calm"}
      width="page"
      header={
        <SiteHeader
          panel={{ name: t("panel"), organisation: t("organisation"), href: "/design" }}
          nav={sheets}
        />
      }
      footer={<Footer links={frames} />}
    >
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {children}
    </PageShell>
  );
}
