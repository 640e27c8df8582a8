import { getTranslations } from "next-intl/server";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { dpoPath } from "../../../../_components/paths";

type Props = { granted: Granted; reference: string; erased: boolean };

/** Where one goes from a person's timeline. */
export async function MemberWays({ granted: { actor, panel }, reference, erased }: Props) {
  const t = await getTranslations("dpo.history");
  const path = (last: string) => dpoPath(panel.slug, `members/${reference}/${last}`);
  const mayPack = may(actor, "evidence.pack", panel.id);
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
      {erased ? null : <a href={path("why")}>{t("why")}</a>}
      {erased ? null : <a href={path("known")}>{t("known")}</a>}
      {erased ? null : <a href={dpoPath(panel.slug, "requests", { member: reference })}>{t("requests")}</a>}
      {mayPack ? <a href={dpoPath(panel.slug, "packs", { member: reference })}>{t("packLink")}</a> : null}
      {!erased && may(actor, "legalHold.place", panel.id) ? (
        <a href={dpoPath(panel.slug, "legal-holds/new", { member: reference })}>{t("hold")}</a>
      ) : null}
      {!erased && may(actor, "member.erase", panel.id) ? <a href={path("erase")}>{t("erase")}</a> : null}
    </p>
  );
}
