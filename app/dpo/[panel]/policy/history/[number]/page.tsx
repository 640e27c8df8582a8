import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Section } from "@/components/content/card";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { getPolicyVersion } from "@/lib/queries/policy/list-policy-versions";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { ChangesList } from "../../_components/changes-list";
import { PolicyFrame } from "../../_components/policy-frame";
import { Register } from "../../_components/register";
import { policyTitle } from "../../_components/title";
import { VersionFacts } from "../../_components/version-facts";

export const generateMetadata = policyTitle("history.title");

/** One version: how it came about, what it changed, and all of it. */
export default async function Version({ params }: PageProps<"/dpo/[panel]/policy/history/[number]">) {
  const { panel: slug, number } = await params;
  const granted = await requireActor("policy.view", slug);
  const version = /^[1-9]\d{0,5}$/u.test(number) ? await getPolicyVersion(granted, Number(number)) : null;
  if (version === null) notFound();
  const t = await getTranslations("policyRegister.version");
  const { moment } = await moments();
  return (
    <PolicyFrame
      granted={granted}
      current="history"
      before={<BackLink href={dpoPath(slug, "policy/history")} label={t("back")} />}
    >
      <PageTitle lead={t("lead", { when: moment(version.inForceAt) })}>
        {t("title", { number: version.number })}
      </PageTitle>
      <VersionFacts slug={slug} version={version} />
      {version.number === 1 ? <p>{t("changesNone")}</p> : <ChangesList changes={version.changes} past />}
      <Section title={t("text", { number: version.number })}>
        <Register slug={slug} document={version.document} history={new Map()} held={new Set()} />
      </Section>
    </PolicyFrame>
  );
}
