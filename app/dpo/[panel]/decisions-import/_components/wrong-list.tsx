import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { NotificationBanner } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import type { DecisionList } from "@/lib/queries/decision-import/get-decision-list";
import { dpoPath } from "../../../_components/paths";
import { ProblemTable } from "./problem-table";

type Props = { slug: string; list: Extract<DecisionList, { state: "wrong" }> };

/** A file that cannot be recorded: every cell that is wrong, to look at and to take along. */
export async function WrongList({ slug, list: { id, problems } }: Props) {
  const t = await getTranslations("decisions.check");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <NotificationBanner tone="danger" title={t("wrongTitle")}>
        <p>{t("wrongLead", { count: problems.length })}</p>
        <p>
          <a href={dpoPath(slug, `decisions-import/check/${id}/problems.csv`)}>{t("download")}</a>
        </p>
      </NotificationBanner>
      <ProblemTable problems={problems} />
      <p>
        <ButtonLink href={dpoPath(slug, "decisions-import")}>{t("back")}</ButtonLink>
      </p>
    </>
  );
}
