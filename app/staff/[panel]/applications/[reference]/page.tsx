import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { ApplicationTag } from "../../../_components/application-tag";
import { staffTitle } from "../../../_components/page-metadata";
import { first, staffPath } from "../../../_components/paths";
import { StaffFrame } from "../../../_components/staff-frame";
import { MemberDetails } from "../../members/[reference]/_components/member-details";
import { ApplicationFacts } from "./_components/application-facts";
import { DecisionButtons } from "./_components/decision-buttons";
import { findApplication } from "./_components/find-application";
import { Told } from "./_components/told";

export const generateMetadata = staffTitle("application.title");

type Props = PageProps<"/staff/[panel]/applications/[reference]">;

export default async function Application({ params, searchParams }: Props) {
  const { panel: slug, reference } = await params;
  const granted = await requireActor("application.view", slug);
  const found = await findApplication(granted, reference);
  const { member, application } = found;
  const { outcome } = application;
  const t = await getTranslations("staff.application");
  const name = `${member.givenName} ${member.familyName}`;
  const told = first((await searchParams)["decided"]) !== undefined;
  const back = <BackLink href={staffPath(slug, "applications")} label={t("back")} />;
  return (
    <StaffFrame granted={granted} width="page" before={back}>
      {told ? <Told name={name} outcome={outcome} /> : null}
      <PageTitle
        caption={<span className="reference">{reference}</span>}
        lead={<ApplicationTag outcome={outcome} />}
      >
        {name}
      </PageTitle>
      <ApplicationFacts application={application} />
      <Section title={t("answers")} lead={t("answersLead")}>
        <MemberDetails panel={granted.panel} member={member} />
      </Section>
      <DecisionButtons granted={granted} found={found} />
    </StaffFrame>
  );
}
