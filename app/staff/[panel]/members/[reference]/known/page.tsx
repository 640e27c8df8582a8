import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MarkerForm } from "@/app/_known/marker-form";
import { SavedBanner } from "@/app/_known/saved-banner";
import { knownTitle } from "@/app/_known/title";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { memberMarkers } from "@/lib/policy/marker";
import { getKnown } from "@/lib/queries/marker/get-known";
import { findAsked } from "@/lib/queries/permission/get-why";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { markMember } from "./actions";

export const generateMetadata = knownTitle("title");

/** What we were told about a member that ends messages or visits, whatever they chose. */
export default async function KnownToStaff(props: PageProps<"/staff/[panel]/members/[reference]/known">) {
  const { panel: slug, reference } = await props.params;
  const granted = await requireActor("member.mark", slug);
  const member = await findAsked(granted, reference);
  if (member === null) notFound();
  const t = await getTranslations("known");
  const { marks } = await getKnown(granted, member.id);
  const back = <BackLink href={staffPath(slug, `members/${member.reference}`)} label={member.name} />;
  return (
    <StaffFrame granted={granted} width="page" before={back}>
      <SavedBanner query={await props.searchParams} />
      <PageTitle caption={<span className="reference">{member.reference}</span>} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      {memberMarkers.map((marker) => (
        <MarkerForm
          key={marker}
          id={marker}
          marker={marker}
          known={marks[marker]}
          action={markMember}
          hidden={{ panel: slug, reference: member.reference }}
        />
      ))}
    </StaffFrame>
  );
}
