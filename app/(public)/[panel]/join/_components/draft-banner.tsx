import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { OpenDraft } from "@/lib/queries/join/get-join-draft";

/** Somebody comes back: their answers are still here, or were sent already. */
export async function DraftBanner({ slug, draft }: { slug: string; draft: OpenDraft | null }) {
  if (draft === null || draft.confirmedAt !== null) return null;
  const t = await getTranslations("join.start");
  if (draft.submittedAt !== null) {
    return (
      <NotificationBanner title={t("sent")}>
        <p>
          {t("sentHint")} <a href={`/${slug}/join/done`}>{t("sentLink")}</a>
        </p>
      </NotificationBanner>
    );
  }
  return draft.answers.details === undefined ? null : (
    <NotificationBanner title={t("goOn")}>
      <p>{t("goOnHint")}</p>
    </NotificationBanner>
  );
}
