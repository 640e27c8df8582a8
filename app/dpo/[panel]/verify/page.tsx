import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listVerifications } from "@/lib/queries/trail/list-verifications";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoTitle } from "../../_components/page-metadata";
import { dpoPath } from "../../_components/paths";
import { PublicCheckpoints } from "../../_components/public-checkpoints";
import { verifyTrail } from "./actions";
import { CompareForm } from "./_components/compare-form";
import { OpenHolds } from "./_components/open-holds";
import { RegisterEvents } from "./_components/register-events";
import { ThreeResults } from "./_components/three-results";
import { VerificationHistory } from "./_components/verification-history";

export const generateMetadata = dpoTitle("verify.title");

const checks = ["bytes", "chain", "gaps", "form", "columns", "records", "anchors"] as const;

/** Whether the trail can be relied on: three results, what is held because of them, and the ways to ask again. */
export default async function Verify({ params }: PageProps<"/dpo/[panel]/verify">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.verify", slug);
  const t = await getTranslations("dpo.verify");
  const verifications = await listVerifications(granted, 10);
  const organisation = granted.panel.document.organisation.legalName;
  return (
    <DpoFrame granted={granted}>
      <PageTitle lead={t("lead", { organisation })}>{t("title")}</PageTitle>
      <OpenHolds granted={granted} />
      <ThreeResults panel={granted.panel} check={verifications[0]} />
      <Form action={verifyTrail} id="check" fields={[]} hidden={{ panel: slug }} submit={t("run")}>
        <p className="max-w-reading text-muted">{t("runNote")}</p>
      </Form>
      <CompareForm slug={slug} />
      <Section title={t("elsewhere")}>
        <p>
          <a href={dpoPath(slug, "checkpoints")}>{t("checkpoints")}</a>
        </p>
        <PublicCheckpoints slug={slug} />
        <p>
          <a href={dpoPath(slug, "packs", { scope: "whole" })}>{t("whole")}</a>{" "}
          <span className="text-muted">{t("wholeNote")}</span>
        </p>
        <Details summary={t("whatTitle")}>
          <ul>
            {checks.map((check) => (
              <li key={check}>{t(`what.${check}`)}</li>
            ))}
          </ul>
        </Details>
      </Section>
      <RegisterEvents granted={granted} />
      <VerificationHistory panel={granted.panel} verifications={verifications} />
    </DpoFrame>
  );
}
