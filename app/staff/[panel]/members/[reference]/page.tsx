import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Section } from "@/components/content/card";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/staff/get-member";
import { listInvitationsOfMember } from "@/lib/queries/staff/list-invitations-of-member";
import { MemberStateTag } from "../../../_components/member-state-tag";
import { staffTitle } from "../../../_components/page-metadata";
import { staffPath } from "../../../_components/paths";
import { StaffFrame } from "../../../_components/staff-frame";
import { MemberDetails } from "./_components/member-details";
import { MemberInvitations } from "./_components/member-invitations";
import { MemberWays } from "./_components/member-ways";
import { MemberPermissions } from "./_components/member-permissions";

export const generateMetadata = staffTitle("member.title");

export default async function Member({ params }: PageProps<"/staff/[panel]/members/[reference]">) {
  const { panel: slug, reference } = await params;
  const granted = await requireActor("member.view", slug);
  const member = await getMember(granted, reference);
  if (member === null) notFound();
  const t = await getTranslations("staff.member");
  const invitations = await listInvitationsOfMember(granted, member.id);
  return (
    <StaffFrame
      granted={granted}
      width="page"
      before={<BackLink href={staffPath(slug, "members")} label={t("back")} />}
    >
      <PageTitle
        caption={<span className="reference">{member.reference}</span>}
        lead={<MemberStateTag member={member} />}
      >
        {member.givenName} {member.familyName}
      </PageTitle>
      <MemberDetails panel={granted.panel} member={member} />
      <Section title={t("permission.title")} lead={t("permission.lead")}>
        <MemberPermissions
          permissions={member.permissions}
          why={staffPath(slug, `members/${member.reference}/why`)}
        />
        <MemberWays granted={granted} reference={member.reference} />
      </Section>
      <Section title={t("invitations.title")}>
        <MemberInvitations slug={slug} invitations={invitations} />
      </Section>
    </StaffFrame>
  );
}
