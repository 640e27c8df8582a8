import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getPolicyDraft } from "@/lib/queries/policy/get-policy-draft";
import { dpoPath } from "../../../../_components/paths";
import { ChangesList } from "../../_components/changes-list";
import { NextStep } from "../../_components/next-step";
import { NoDraft } from "../../_components/no-draft";
import { PolicyFrame } from "../../_components/policy-frame";
import { policyTitle } from "../../_components/title";
import { UncoveredConsents } from "../../_components/uncovered-consents";

export const generateMetadata = policyTitle("changes.title");

/** What the draft changes, what follows for members, and what can be done with it now. */
export default async function Changes({ params }: PageProps<"/dpo/[panel]/policy/draft/changes">) {
  const { panel: slug } = await params;
  const granted = await requireActor("policy.view", slug);
  const draft = await getPolicyDraft(granted);
  if (draft === null) return <NoDraft granted={granted} />;
  const t = await getTranslations("policyRegister");
  return (
    <PolicyFrame
      granted={granted}
      current="draft"
      before={<BackLink href={dpoPath(slug, "policy/draft")} label={t("changes.back")} />}
    >
      <PageTitle caption={t(`stage.${draft.stage}`)} lead={t("changes.lead", { number: draft.baseNumber })}>
        {t("changes.title")}
      </PageTitle>
      <ChangesList changes={draft.changes} />
      <UncoveredConsents draft={draft} />
      <NextStep slug={slug} draft={draft} />
    </PolicyFrame>
  );
}
