import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { getPolicyRegister } from "@/lib/queries/policy/get-policy-register";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";
import { PolicyFrame } from "./_components/policy-frame";
import { Register } from "./_components/register";
import { policyTitle } from "./_components/title";

export const generateMetadata = policyTitle("register.title");

/** What the panel promises, to be read. */
export default async function Policy({ params }: PageProps<"/dpo/[panel]/policy">) {
  const { panel: slug } = await params;
  const granted = await requireActor("policy.view", slug);
  const { actor, panel } = granted;
  const t = await getTranslations("policyRegister.register");
  const [register, { moment }] = await Promise.all([getPolicyRegister(granted), moments()]);
  const lead = t("lead", { panel: panel.name, number: register.number, date: moment(register.inForceAt) });
  return (
    <PolicyFrame granted={granted} current="register">
      <PageTitle
        lead={
          <>
            {lead} <a href={`/${slug}/privacy/${panel.privacyNoticeNumber}`}>{t("notice")}</a>
          </>
        }
        action={
          may(actor, "policy.edit", panel.id) ? (
            <ButtonLink href={dpoPath(slug, "policy/draft")}>{t("openDraft")}</ButtonLink>
          ) : null
        }
      >
        {t("title")}
      </PageTitle>
      <Register slug={slug} document={register.document} history={register.history} held={register.held} />
    </PolicyFrame>
  );
}
