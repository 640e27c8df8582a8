import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { whyTitle } from "@/app/_why/title";
import { WhyTable } from "@/app/_why/why-table";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { findAsked, getWhy } from "@/lib/queries/permission/get-why";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";

export const generateMetadata = whyTitle("staff.title");

/** What the gate says about everything the panel can send one member; the way to every rule behind it. */
export default async function WhyOfSubject({ params }: PageProps<"/dpo/[panel]/members/[reference]/why">) {
  const { panel: slug, reference } = await params;
  const granted = await requireActor("consentHistory.read", slug);
  const member = await findAsked(granted, reference);
  if (member === null) notFound();
  await recordedRead(granted, member.subjectRef, "why");
  const t = await getTranslations("why");
  const [{ at, rows }, when] = await Promise.all([getWhy(granted, member.id), moments()]);
  const here = `members/${member.reference}`;
  const history = { href: dpoPath(slug, here), label: t("staff.toHistory") };
  const before = <Breadcrumbs items={[history]} current={t("title")} />;
  return (
    <DpoFrame granted={granted} before={before} current="trail">
      <PageTitle
        caption={<span className="reference">{member.reference}</span>}
        lead={t("dpo.tableLead", { when: when.second(at) })}
      >
        {t("staff.title")}
      </PageTitle>
      <WhyTable rows={rows} full={(purpose, channel) => dpoPath(slug, `${here}/why/${purpose}/${channel}`)} />
    </DpoFrame>
  );
}
