import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SavedBanner } from "@/app/_known/saved-banner";
import { knownTitle } from "@/app/_known/title";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { getKnown } from "@/lib/queries/marker/get-known";
import { getRestriction } from "@/lib/queries/marker/get-restriction";
import { listObjections } from "@/lib/queries/marker/list-objections";
import { findAsked } from "@/lib/queries/permission/get-why";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { LineMarkers } from "./_components/line-markers";
import { ObjectionList } from "./_components/objection-list";
import { RestrictionCard } from "./_components/restriction-card";

export const generateMetadata = knownTitle("dpoTitle");

/** A member's objections and what is known about their addresses: what only the data protection officer settles. */
export default async function KnownToDpo(props: PageProps<"/dpo/[panel]/members/[reference]/known">) {
  const { panel: slug, reference } = await props.params;
  const granted = await requireActor("consentHistory.read", slug);
  const member = await findAsked(granted, decodeURIComponent(reference));
  if (member === null) notFound();
  await recordedRead(granted, member.subjectRef, "memberHistory");
  const t = await getTranslations("known");
  const [{ lines }, objections, restriction] = await Promise.all([
    getKnown(granted, member.id),
    listObjections(granted, member.id),
    getRestriction(granted, member.id),
  ]);
  const history = { href: dpoPath(slug, `members/${member.reference}`), label: t("toHistory") };
  return (
    <DpoFrame
      granted={granted}
      width="page"
      current="trail"
      before={<Breadcrumbs items={[history]} current={t("dpoTitle")} />}
    >
      <SavedBanner query={await props.searchParams} />
      <PageTitle caption={<span className="reference">{member.reference}</span>}>{t("dpoTitle")}</PageTitle>
      <ObjectionList granted={granted} reference={member.reference} objections={objections} />
      <RestrictionCard granted={granted} reference={member.reference} restriction={restriction} />
      {may(granted.actor, "line.mark", granted.panel.id) ? (
        <LineMarkers slug={slug} reference={member.reference} lines={lines} />
      ) : null}
    </DpoFrame>
  );
}
