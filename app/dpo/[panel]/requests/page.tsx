import { getTranslations } from "next-intl/server";
import { requestsTitle } from "@/app/_requests/title";
import { ButtonLink } from "@/components/content/button";
import { NavList } from "@/components/layout/nav-list";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { listRequests } from "@/lib/queries/rights-request/list-requests";
import { requestQuerySchema } from "@/lib/schemas/rights-request";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoPath } from "../../_components/paths";
import { RequestTable } from "./_components/request-table";

export const generateMetadata = requestsTitle("title");

/** Who waits for an answer about their data, by the day it is due; and who has one. */
export default async function Requests({ params, searchParams }: PageProps<"/dpo/[panel]/requests">) {
  const { panel: slug } = await params;
  const granted = await requireActor("rightsRequest.view", slug);
  const t = await getTranslations("requests");
  const query = requestQuerySchema.parse(await searchParams);
  const { member, show } = query;
  const views = [
    { href: dpoPath(slug, "requests", { member }), label: t("showOpen") },
    { href: dpoPath(slug, "requests", { member, show: "closed" }), label: t("showClosed") },
  ];
  const record = may(granted.actor, "rightsRequest.receive", granted.panel.id) ? (
    <ButtonLink href={dpoPath(slug, "requests/new", { member })}>{t("record")}</ButtonLink>
  ) : null;
  return (
    <DpoFrame granted={granted} width="page" current="requests">
      <PageTitle
        lead={member === undefined ? t("lead") : t("leadMember", { reference: member })}
        action={record}
      >
        {t("title")}
      </PageTitle>
      <NavList items={views} label={t("views")} current={views[show === undefined ? 0 : 1]?.href} />
      <RequestTable slug={slug} query={query} page={await listRequests(granted, query)} />
    </DpoFrame>
  );
}
