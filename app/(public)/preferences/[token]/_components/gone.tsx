import { getTranslations } from "next-intl/server";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { readLink } from "@/lib/auth/signed-link";
import { now } from "@/lib/clock";

/** Whether a link is ours although the member behind it is not there any more. */
export function isGone(token: string): boolean {
  return readLink("unsubscribe", token, now()) !== null || readLink("preferences", token, now()) !== null;
}

/** For a good link of somebody whose details were deleted: there is nothing left to stop. */
export async function Gone() {
  const t = await getTranslations("member.unsubscribe");
  return (
    <main id="main" className="shell-main mx-auto max-w-reading p-6">
      <ConfirmationPanel title={t("goneTitle")}>
        <p>{t("gone")}</p>
      </ConfirmationPanel>
    </main>
  );
}
