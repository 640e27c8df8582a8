import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import { openHolds } from "@/lib/ledger/hold";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";

/** What staff are told on every page while something about the ledger is wrong; nothing otherwise. */
export async function HoldBanner({ granted: { actor, panel } }: { granted: Granted }) {
  const reasons = (await openHolds(panel.organisationId)).map(({ reason }) => reason);
  if (reasons.length === 0) return null;
  const t = await getTranslations("dpo.hold");
  const behind = reasons.includes("behind");
  return (
    <NotificationBanner tone="danger" title={t(behind ? "readOnly" : "held")}>
      {(behind ? ["behind"] : reasons).map((reason) => (
        <p key={reason}>{t(`why.${reason}`)}</p>
      ))}
      <p>
        {t(behind ? "recover" : "ask")}{" "}
        {may(actor, "trail.verify", panel.id) ? <a href={`/dpo/${panel.slug}/verify`}>{t("see")}</a> : null}
      </p>
    </NotificationBanner>
  );
}
