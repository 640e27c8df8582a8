import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { WhyTable } from "@/app/_why/why-table";
import { whyTitle } from "@/app/_why/title";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { findAsked, getWhy } from "@/lib/queries/permission/get-why";
import { moments } from "../../../../_components/moments";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";

export const generateMetadata = whyTitle("staff.title");

/** What the gate says about everything the panel can send one member. */
export default async function WhyOfMember({ params }: PageProps<"/staff/[panel]/members/[reference]/why">) {
  const { panel: slug, reference } = await params;
  const granted = await requireActor("member.view", slug);
  const member = await findAsked(granted, reference);
  if (member === null) notFound();
  const t = await getTranslations("why.staff");
  const [{ at, rows }, when] = await Promise.all([getWhy(granted, member.id), moments()]);
  const here = `members/${member.reference}`;
  const before = <BackLink href={staffPath(slug, here)} label={member.name} />;
  return (
    <StaffFrame granted={granted} before={before}>
      <PageTitle
        caption={<span className="reference">{member.reference}</span>}
        lead={t("lead", { when: when.moment(at) })}
      >
        {t("title")}
      </PageTitle>
      <WhyTable
        rows={rows}
        full={(purpose, channel) => staffPath(slug, `${here}/why/${purpose}/${channel}`)}
      />
      {may(granted.actor, "consentHistory.read", granted.panel.id) ? (
        <p>
          <a href={`/dpo/${slug}/${here}/why`}>{t("toDpo")}</a>
        </p>
      ) : null}
    </StaffFrame>
  );
}
