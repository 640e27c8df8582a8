import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AnswerFacts } from "@/app/_why/answer-facts";
import { channelIn } from "@/app/_why/channel-in";
import { whyTitle } from "@/app/_why/title";
import { Section } from "@/components/content/card";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { findAsked } from "@/lib/queries/permission/get-why";
import { getWhyInFull } from "@/lib/queries/permission/get-why-in-full";
import { DpoFrame } from "../../../../../../_components/dpo-frame";
import { moments } from "../../../../../../_components/moments";
import { dpoPath } from "../../../../../../_components/paths";
import { RuleTable } from "./_components/rule-table";
import { StoredPermission } from "./_components/stored-permission";

export const generateMetadata = whyTitle("title");

/** One answer of the gate with every rule behind it, in order, and the facts each looked at. */
export default async function WhyInFull(
  props: PageProps<"/dpo/[panel]/members/[reference]/why/[purpose]/[channel]">,
) {
  const { panel: slug, reference, purpose: key, channel: segment } = await props.params;
  const granted = await requireActor("consentHistory.read", slug);
  const [member, channel] = [await findAsked(granted, reference), channelIn(segment)];
  if (member === null || channel === null) notFound();
  await recordedRead(granted, member.subjectRef, "why");
  const why = await getWhyInFull(granted, member, key, channel);
  if (why === null) notFound();
  const t = await getTranslations("why");
  const words = await getTranslations("policy.channel");
  const when = await moments();
  const title = t("one.title", { purpose: why.purpose.name, channel: words(channel) });
  const here = dpoPath(slug, `members/${member.reference}/why`);
  const before = <Breadcrumbs items={[{ href: here, label: t("staff.title") }]} current={title} />;
  const caption = <span className="reference">{member.reference}</span>;
  return (
    <DpoFrame granted={granted} before={before} current="trail">
      <PageTitle caption={caption} lead={t("dpo.lead", { when: when.second(why.at) })}>
        {title}
      </PageTitle>
      <StoredPermission stored={why.stored} />
      {why.answers.map((answer) => (
        <Section key={answer.about} title={t(`one.about.${answer.about}`)}>
          <AnswerFacts purpose={why.purpose} answer={answer} />
          <RuleTable panel={granted.panel} answer={answer} />
        </Section>
      ))}
    </DpoFrame>
  );
}
