import { notFound } from "next/navigation";
import { titlesIn } from "@/app/_titles/titles-in";
import { DpoFrame, StaffFrame } from "../../_gallery/frames-work";
import { DoneFrame, MemberFrame, PublicFrame } from "../../_gallery/frames-resident";
import { requireGallery } from "../../_gallery/open";

const frames = {
  public: PublicFrame,
  done: DoneFrame,
  member: MemberFrame,
  staff: StaffFrame,
  dpo: DpoFrame,
};

export const generateMetadata = titlesIn("design.gallery")("title");

/** A whole page as each of the four kinds of people sees it. */
export default async function FramePage({ params }: PageProps<"/design/frame/[area]">) {
  requireGallery();
  const { area } = await params;
  if (!Object.hasOwn(frames, area)) notFound();
  const Frame = frames[area as keyof typeof frames];
  return <Frame />;
}
