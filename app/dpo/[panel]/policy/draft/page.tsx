import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getPolicyDraft } from "@/lib/queries/policy/get-policy-draft";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { DraftParts } from "../_components/draft-parts";
import { FindingSummary } from "../_components/findings";
import { NoDraft } from "../_components/no-draft";
import { PolicyFrame } from "../_components/policy-frame";
import { StageNote } from "../_components/stage-note";
import { policyTitle } from "../_components/title";

export const generateMetadata = policyTitle("draft.title");

export default async function Draft({ params }: PageProps<"/dpo/[panel]/policy/draft">) {
  const { panel: slug } = await params;
  const granted = await requireActor("policy.view", slug);
  const draft = await getPolicyDraft(granted);
  if (draft === null) return <NoDraft granted={granted} />;
  const t = await getTranslations("policyRegister.draft");
  const { moment } = await moments();
  const { edited, baseNumber, changes } = draft;
  const mayChange = draft.mayEdit && draft.stage === "editing";
  return (
    <PolicyFrame granted={granted} current="draft">
      <PageTitle
        lead={t("lead", { number: baseNumber, name: edited.name, when: moment(edited.at) })}
        action={<ButtonLink href={dpoPath(slug, "policy/draft/changes")}>{t("changes")}</ButtonLink>}
      >
        {t("title")}
      </PageTitle>
      <StageNote slug={slug} draft={draft} />
      <p>{changes.length === 0 ? t("noChanges") : t("changesCount", { count: changes.length })}</p>
      <Section title={t("findingsTitle")}>
        <FindingSummary slug={slug} findings={draft.findings} />
      </Section>
      <DraftParts slug={slug} draft={draft} mayChange={mayChange} />
      {mayChange ? (
        <div className="flex flex-wrap gap-4">
          <ButtonLink tone="secondary" href={dpoPath(slug, "policy/draft/document")}>
            {t("asDocument")}
          </ButtonLink>
          <ButtonLink tone="quiet" href={dpoPath(slug, "policy/draft/discard")}>
            {t("discard")}
          </ButtonLink>
        </div>
      ) : null}
    </PolicyFrame>
  );
}
