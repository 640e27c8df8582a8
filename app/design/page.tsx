import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Footer } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { PublicHeader } from "@/components/layout/public-header";
import { ButtonSection, CardSection, NoticeSection } from "./_gallery/content";
import { EvidenceSection, FigureSection } from "./_gallery/evidence";
import { ConsentSection, FormSection } from "./_gallery/forms";
import { requireGallery } from "./_gallery/open";
import { TokenSection } from "./_gallery/tokens";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("design.gallery");
  return { title: t("title") };
}

/** Every component in every state. `?accent=8a2a5b` wears another panel's colour, `?density=dense` is the staff's size. */
export default async function GalleryPage({ searchParams }: PageProps<"/design">) {
  requireGallery();
  const t = await getTranslations("design.gallery");
  const { accent, density } = await searchParams;
  const frames = (["public", "member", "staff", "dpo"] as const).map((area) => ({
    href: `/design/frame/${area}`,
    label: t(`frame.${area}`),
  }));
  return (
    <PageShell
      accent={typeof accent === "string" ? accent : undefined}
      density={density === "dense" ? "dense" : "calm"}
      width="page"
      header={
        <PublicHeader
          panel={{ name: t("panel"), organisation: t("organisation"), href: "/design" }}
          nav={frames}
        />
      }
      footer={<Footer links={frames} />}
    >
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <TokenSection />
      <ButtonSection />
      <FormSection />
      <ConsentSection />
      <NoticeSection />
      <CardSection />
      <FigureSection />
      <EvidenceSection />
    </PageShell>
  );
}
