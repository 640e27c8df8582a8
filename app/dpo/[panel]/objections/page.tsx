import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { listWaitingObjections } from "@/lib/queries/marker/list-waiting-objections";
import { waitingPlaceSchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoTitle } from "../../_components/page-metadata";
import { WaitingTable } from "./_components/waiting-table";

export const generateMetadata = dpoTitle("objections.title");

/** The objections that wait for the data protection officer, the longest waiting first. */
export default async function Objections({ params, searchParams }: PageProps<"/dpo/[panel]/objections">) {
  const { panel: slug } = await params;
  const granted = await requireActor("consentHistory.read", slug);
  const t = await getTranslations("dpo.objections");
  const place = waitingPlaceSchema.parse(await searchParams);
  const page = await listWaitingObjections(granted, now(), place);
  return (
    <DpoFrame granted={granted} width="page">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {page.objections.length === 0 && place === undefined ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <WaitingTable slug={slug} page={page} isFirst={place === undefined} />
      )}
    </DpoFrame>
  );
}
