import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonSection, NoticeSection } from "./_gallery/content";
import { GalleryPage } from "./_gallery/gallery-page";
import { TokenSection } from "./_gallery/tokens";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("design.gallery");
  return { title: t("title") };
}

/** Where the gallery begins: colours, type, buttons, notices. */
export default async function GalleryStartPage({ searchParams }: PageProps<"/design">) {
  return (
    <GalleryPage query={await searchParams}>
      <TokenSection />
      <ButtonSection />
      <NoticeSection />
    </GalleryPage>
  );
}
