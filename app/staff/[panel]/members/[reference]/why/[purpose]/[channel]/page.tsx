import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AnswerFacts } from "@/app/_why/answer-facts";
import { whyTitle } from "@/app/_why/title";
import { Section } from "@/components/content/card";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { findAsked, getWhy } from "@/lib/queries/permission/get-why";
import { moments } from "../../../../../../_components/moments";
import { staffPath } from "../../../../../../_components/paths";
import { StaffFrame } from "../../../../../../_components/staff-frame";

export const generateMetadata = whyTitle("title");

/** One answer of the gate, with what it rests on and what would change it. */
export default async function WhyOne(
  props: PageProps<"/staff/[panel]/members/[reference]/why/[purpose]/[channel]">,
) {
  const { panel: slug, reference, purpose: key, channel } = await props.params;
  const granted = await requireActor("member.view", slug);
  const member = await findAsked(granted, reference);
  if (member === null) notFound();
  const { at, rows } = await getWhy(granted, member.id);
  const row = rows.find(({ purpose }) => purpose.key === key);
  const cell = row?.cells.find((one) => one.channel === channel);
  if (row === undefined || cell === undefined) notFound();
  const t = await getTranslations("why");
  const words = await getTranslations("policy.channel");
  const when = await moments();
  const back = staffPath(slug, `members/${member.reference}/why`);
  return (
    <StaffFrame granted={granted} width="page" before={<BackLink href={back} label={t("staff.title")} />}>
      <PageTitle
        caption={
          <>
            {member.name} <span className="reference">{member.reference}</span>
          </>
        }
        lead={t("one.asOf", { when: when.moment(at) })}
      >
        {t("one.title", { purpose: row.purpose.name, channel: words(cell.channel) })}
      </PageTitle>
      {cell.answers.map((answer) => (
        <Section key={answer.about} title={t(`one.about.${answer.about}`)}>
          <AnswerFacts purpose={row.purpose} answer={answer} />
        </Section>
      ))}
    </StaffFrame>
  );
}
