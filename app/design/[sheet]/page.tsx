import { notFound } from "next/navigation";
import { titlesIn } from "@/app/_titles/titles-in";
import { CardSection } from "../_gallery/content";
import { EvidenceSection } from "../_gallery/evidence";
import { FigureSection } from "../_gallery/figures";
import { ConsentSection, FormSection } from "../_gallery/forms";
import { GalleryPage } from "../_gallery/gallery-page";

const sheets = {
  forms: FormSection,
  choices: ConsentSection,
  content: CardSection,
  figures: FigureSection,
  evidence: EvidenceSection,
};

export const generateMetadata = titlesIn("design.gallery")("title");

/** One sheet of the gallery. */
export default async function GallerySheetPage({ params, searchParams }: PageProps<"/design/[sheet]">) {
  const { sheet } = await params;
  if (!Object.hasOwn(sheets, sheet)) notFound();
  const Sheet = sheets[sheet as keyof typeof sheets];
  return (
    <GalleryPage query={await searchParams}>
      <Sheet />
    </GalleryPage>
  );
}
