import { getTranslations } from "next-intl/server";
import { AskedList } from "@/app/_resident/asked-list";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { Section } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { listAskedActivities } from "@/lib/queries/member/list-asked-activities";

export const generateMetadata = memberTitle("asked.title");

export default async function InvitationsPage() {
  const granted = await requireMember("invitation.answer");
  const t = await getTranslations("member.asked");
  const asked = await listAskedActivities(granted.actor.organisationId, granted.actor.memberId);
  const open = asked.filter((one) => one.open && one.answer === null);
  const answered = asked.filter((one) => one.open && one.answer !== null);
  const over = asked.filter((one) => !one.open);
  return (
    <MemberFrame granted={granted} width="page">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      {asked.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState> : null}
      {open.length === 0 ? null : (
        <Section title={t("open")}>
          <AskedList asked={open} />
        </Section>
      )}
      {answered.length === 0 ? null : (
        <Section title={t("answered")}>
          <AskedList asked={answered} />
        </Section>
      )}
      {over.length === 0 ? null : (
        <Section title={t("over")}>
          <AskedList asked={over} quiet />
        </Section>
      )}
    </MemberFrame>
  );
}
