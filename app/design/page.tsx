import { titlesIn } from "@/app/_titles/titles-in";
import { ButtonSection, NoticeSection } from "./_gallery/content";
import { GalleryPage } from "./_gallery/gallery-page";
import { TokenSection } from "./_gallery/tokens";

export const generateMetadata = titlesIn("design.gallery")("title");

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
