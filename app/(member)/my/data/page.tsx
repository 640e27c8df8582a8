import { getTranslations } from "next-intl/server";
import { HeldDataList } from "@/app/_resident/held-data-list";
import { KeptNote } from "@/app/_resident/kept-note";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { Prose } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { listHeldData } from "@/lib/queries/member/list-held-data";

export const generateMetadata = memberTitle("data.title");

export default async function DataPage() {
  const granted = await requireMember("dashboard.view");
  const { panel, actor } = granted;
  const t = await getTranslations("member.data");
  const held = await listHeldData(panel, actor.memberId);
  const { contactEmail, contactPhone } = panel.document.organisation;
  return (
    <MemberFrame granted={granted} width="page">
      <PageTitle lead={t("lead", { organisation: panel.document.organisation.legalName })}>
        {t("title")}
      </PageTitle>
      <KeptNote panel={panel} by={held.fields.find(({ kept }) => kept !== null)?.kept?.keptBy} />
      <HeldDataList held={held} />
      <Prose>
        <h2>{t("wrongTitle")}</h2>
        <p>
          {t("wrong")} <a href="/my/details">{t("change")}</a>
        </p>
        <p>
          {t("ask", { email: contactEmail, phone: contactPhone })} <a href="/my/requests">{t("askLink")}</a>
        </p>
        <p>
          <a href={`/${panel.slug}/privacy`}>{t("notice")}</a>
        </p>
      </Prose>
    </MemberFrame>
  );
}
