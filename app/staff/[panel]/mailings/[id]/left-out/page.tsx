import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listLeftOutOfMailing } from "@/lib/queries/mailing/list-left-out";
import { LeftOutTable } from "../../../../_components/left-out-table";
import { staffTitle } from "../../../../_components/page-metadata";
import { first, gateCodeIn, staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { findMailing } from "../_components/books";

export const generateMetadata = staffTitle("leftOut.title");

export default async function LeftOutOfMailing(props: PageProps<"/staff/[panel]/mailings/[id]/left-out">) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("mailing.view", slug);
  const query = await props.searchParams;
  const code = gateCodeIn(query);
  const mailing = await findMailing(granted, id);
  if (code === undefined || mailing === null) notFound();
  const t = await getTranslations("staff.leftOut");
  const reasons = await getTranslations("policy.reason");
  const page = await listLeftOutOfMailing(granted, { mailingId: id, code, after: first(query["after"]) });
  const here = `mailings/${id}/left-out`;
  const more = page.next === null ? undefined : staffPath(slug, here, { reason: code, after: page.next });
  return (
    <StaffFrame
      granted={granted}
      width="page"
      before={<BackLink href={staffPath(slug, `mailings/${id}`)} label={t("backToMailing")} />}
    >
      <PageTitle caption={mailing.subject} lead={reasons(code)}>
        {t("title")}
      </PageTitle>
      <LeftOutTable slug={slug} page={page} more={more} />
    </StaffFrame>
  );
}
