import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { ApplicationView } from "@/lib/queries/staff/get-application";

type Props = { name: string; outcome: ApplicationView["outcome"] };

/** Just decided: what that means, and that the applicant is told. */
export async function Told({ name, outcome }: Props) {
  if (outcome !== "accepted" && outcome !== "unsuccessful") return null;
  const t = await getTranslations("staff.application.done");
  return (
    <NotificationBanner tone="success" title={t(outcome, { name })} announce>
      <p>{t("body")}</p>
    </NotificationBanner>
  );
}
