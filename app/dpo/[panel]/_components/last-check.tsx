import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { Granted } from "@/lib/auth/require-actor";
import { openHolds } from "@/lib/ledger/hold";
import type { RecordedVerification } from "@/lib/queries/trail/list-verifications";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";
import { stateTone } from "../verify/_components/state-tone";

/** Whether the chain held when it was last checked; while it is held, the banner of all pages says more, and newer. */
export async function LastCheck({
  granted: { panel },
  verification,
}: {
  granted: Granted;
  verification: RecordedVerification | null;
}) {
  if ((await openHolds(panel.organisationId)).length > 0) return null;
  const t = await getTranslations("dpo");
  const when = await moments();
  const verify = <a href={dpoPath(panel.slug, "verify")}>{t("overview.seeVerify")}</a>;
  if (verification === null) {
    return (
      <NotificationBanner tone="info" title={t("overview.neverVerified")}>
        <p>
          {t("overview.neverVerifiedBody")} {verify}
        </p>
      </NotificationBanner>
    );
  }
  const { integrity, completeness, anchored, good, at } = verification;
  const states = [integrity, completeness, anchored];
  const results = states.map((state) => t(`verify.state.${state}`)).join(" · ");
  // What is not anchored is not wrong, and is not called good either.
  const fine = states.every((state) => stateTone(state) === "success") ? "success" : "warning";
  return (
    <NotificationBanner tone={good ? fine : "danger"} title={results}>
      <p>
        {t("overview.lastVerified", { when: when.moment(at) })}. {verify}
      </p>
    </NotificationBanner>
  );
}
