import { getTranslations } from "next-intl/server";
import { dpoPath } from "../../../../_components/paths";

type Props = { slug: string; reference: string; erased: boolean };

/** Where one goes from a person's timeline. */
export async function MemberWays({ slug, reference, erased }: Props) {
  const t = await getTranslations("dpo.history");
  if (erased) return null;
  return (
    <p className="print:hidden">
      <a href={dpoPath(slug, `members/${reference}/why`)}>{t("why")}</a>
    </p>
  );
}
