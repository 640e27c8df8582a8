import { getTranslations } from "next-intl/server";
import { AutoRefresh } from "@/components/content/auto-refresh";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { getNoticeProgress, listUntold } from "@/lib/queries/policy/list-untold";
import { Letters } from "../_components/letters";
import { PolicyFrame } from "../_components/policy-frame";
import { policyTitle } from "../_components/title";
import { ToldFigures } from "../_components/told-figures";

export const generateMetadata = policyTitle("told.title");

/** Who was told of the last material change, who was not yet, and whose letter has to be posted. */
export default async function Told({ params, searchParams }: PageProps<"/dpo/[panel]/policy/told">) {
  const { panel: slug } = await params;
  const granted = await requireActor("policy.view", slug);
  const { after } = await searchParams;
  const t = await getTranslations("policyRegister.told");
  const progress = await getNoticeProgress(granted);
  if (progress === null) {
    return (
      <PolicyFrame granted={granted} current="told">
        <PageTitle>{t("title")}</PageTitle>
        <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
      </PolicyFrame>
    );
  }
  const { rows, next } = await listUntold(granted, typeof after === "string" ? after : "");
  const mayMark = may(granted.actor, "policy.edit", granted.panel.id);
  return (
    <PolicyFrame granted={granted} current="told">
      {progress.waiting > 0 ? <AutoRefresh seconds={5} /> : null}
      <PageTitle lead={t("lead", { number: progress.noticeNumber })}>{t("title")}</PageTitle>
      <ToldFigures slug={slug} progress={progress} />
      <Letters slug={slug} rows={rows} next={next} mayMark={mayMark} />
    </PolicyFrame>
  );
}
