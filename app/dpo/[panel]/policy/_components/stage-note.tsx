import { getTranslations } from "next-intl/server";
import { NotificationBanner } from "@/components/content/notice";
import type { PolicyDraftView } from "@/lib/queries/policy/get-policy-draft";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";

/** Where the draft is on its way, when that matters to whoever opens it. */
export async function StageNote({ slug, draft }: { slug: string; draft: PolicyDraftView }) {
  const t = await getTranslations("policyRegister");
  const { moment } = await moments();
  const { returned, stage } = draft;
  if (stage !== "editing") {
    return (
      <NotificationBanner title={t(`stage.${stage}`)}>
        <p>
          {t("draft.locked")} <a href={dpoPath(slug, "policy/draft/changes")}>{t("draft.changes")}</a>
        </p>
      </NotificationBanner>
    );
  }
  if (returned === null) return null;
  return (
    <NotificationBanner
      tone="warning"
      title={t("draft.returned", { name: returned.name, when: moment(returned.at) })}
    >
      <p className="whitespace-pre-line">{returned.reason}</p>
    </NotificationBanner>
  );
}
