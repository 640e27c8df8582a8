import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MarkerForm } from "@/app/_known/marker-form";
import { SavedBanner } from "@/app/_known/saved-banner";
import { knownTitle } from "@/app/_known/title";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { getKnown } from "@/lib/queries/marker/get-known";
import { listObjections } from "@/lib/queries/marker/list-objections";
import { findAsked } from "@/lib/queries/permission/get-why";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { ObjectionList } from "./_components/objection-list";
import { markLine } from "./actions";

export const generateMetadata = knownTitle("dpoTitle");

/** A member's objections and what is known about their addresses: what only the data protection officer settles. */
export default async function KnownToDpo(props: PageProps<"/dpo/[panel]/members/[reference]/known">) {
  const { panel: slug, reference } = await props.params;
  const granted = await requireActor("consentHistory.read", slug);
  const member = await findAsked(granted, decodeURIComponent(reference));
  if (member === null) notFound();
  await recordedRead(granted, member.subjectRef, "memberHistory");
  const t = await getTranslations("known");
  const [{ lines }, objections] = await Promise.all([
    getKnown(granted, member.id),
    listObjections(granted, member.id),
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
      {may(granted.actor, "line.mark", granted.panel.id) ? (
        <Section title={t("linesTitle")} lead={t("linesLead")}>
          {lines.length === 0 ? <p>{t("noLines")}</p> : null}
          {lines.map(({ id, value, marker, known }) => (
            <MarkerForm
              key={id}
              {...{ id, marker, known, line: value, action: markLine }}
              hidden={{ panel: slug, reference: member.reference, line: id }}
            />
          ))}
        </Section>
      ) : null}
    </DpoFrame>
  );
}
