import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { dpoPath } from "../../../../_components/paths";

type Props = { granted: Granted; reference: string; erased: boolean };

/** Where one goes from a person's timeline. */
export async function MemberWays({ granted: { actor, panel }, reference, erased }: Props) {
  const t = await getTranslations("dpo.history");
  if (erased) return null;
  const path = (last: string) => dpoPath(panel.slug, `members/${reference}/${last}`);
  return (
    <p className="print:hidden">
      <a href={path("why")}>{t("why")}</a>
      {" · "}
      <a href={path("known")}>{t("known")}</a>
      {may(actor, "member.erase", panel.id) ? (
        <>
          {" · "}
          <a href={path("erase")}>{t("erase")}</a>
        </>
      ) : null}
    </p>
  );
}
