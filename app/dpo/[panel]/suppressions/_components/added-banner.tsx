import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";

type Props = { added: number; known: number; late: boolean };

/** What became of the list that was confirmed just now. */
export async function AddedBanner({ added, known, late }: Props) {
  const t = await getTranslations("suppressions");
  return (
    <NotificationBanner tone={late ? "warning" : "success"} title={t("done")} announce>
      <p>{t("doneBody", { added, known })}</p>
      {late ? <p>{t("late")}</p> : null}
    </NotificationBanner>
  );
}
