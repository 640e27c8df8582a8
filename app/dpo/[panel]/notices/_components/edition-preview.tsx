import { editionProps, NoticePart } from "@/app/(public)/_components/notice-text";
import { getTranslations } from "next-intl/server";
import type { Edition } from "@/lib/policy/notice-editions";

/** The words as readers see them, in their language, direction and size. */
export async function EditionPreview({ edition }: { edition: Edition }) {
  const t = await getTranslations("notices.dpo");
  return (
    <div role="region" aria-label={t("previewRegion")} tabIndex={0} className="notice-preview">
      <article {...editionProps(edition)} className="notice-text">
        {edition.title === null ? null : <p className="page-title">{edition.title}</p>}
        {edition.sections.map((section) => (
          <NoticePart key={section.id} section={section} easy={edition.format === "easyRead"} />
        ))}
      </article>
    </div>
  );
}
