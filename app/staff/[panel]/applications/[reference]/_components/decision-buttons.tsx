import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { staffPath } from "../../../../_components/paths";
import { open, type FoundApplication } from "./find-application";

/** The ways to decide, for those who may, while there is something to decide. */
export async function DecisionButtons({ granted, found }: { granted: Granted; found: FoundApplication }) {
  const { actor, panel } = granted;
  const { accept, decline } = open(found);
  if (!accept || !may(actor, "application.decide", panel.id)) return null;
  const t = await getTranslations("staff.application");
  const here = staffPath(panel.slug, `applications/${found.member.reference}`);
  if (!decline) {
    return (
      <p>
        <a href={`${here}/accept`}>{t("again")}</a>
      </p>
    );
  }
  return (
    <div className="buttons">
      <ButtonLink href={`${here}/accept`}>{t("accept")}</ButtonLink>
      <ButtonLink href={`${here}/decline`} tone="secondary">
        {t("decline")}
      </ButtonLink>
    </div>
  );
}
