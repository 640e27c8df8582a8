import { getTranslations } from "next-intl/server";
import { Prose } from "@/components/content/card";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { InsetText } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { EndingList } from "./ending-list";
import { first, type Query } from "./query";

/** Left: what goes when, and the way back. `query`: just now, from the page that led here; absent: some time ago. */
export async function Left({
  panel,
  memberId,
  query,
}: {
  panel: PanelView;
  memberId: string;
  query?: Query;
}) {
  const t = await getTranslations("member.leave");
  return (
    <>
      {query === undefined ? (
        <PageTitle lead={t("overBody")}>{t("overTitle", { panel: panel.name })}</PageTitle>
      ) : (
        <ConfirmationPanel title={t("doneTitle", { panel: panel.name })}>
          <p>{t("doneBody")}</p>
        </ConfirmationPanel>
      )}
      {first(query?.["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      <Prose>
        <h2>{t("goesTitle")}</h2>
        <EndingList panel={panel} memberId={memberId} />
        <h2>{t("backTitle")}</h2>
        <p>
          {t("back")} <a href={`/${panel.slug}/join`}>{t("joinAgain")}</a>
        </p>
      </Prose>
    </>
  );
}
