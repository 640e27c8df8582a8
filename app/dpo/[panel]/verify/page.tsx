import { getTranslations } from "next-intl/server";
import { Prose, Section } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { listVerifications } from "@/lib/queries/trail/list-verifications";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoTitle } from "../../_components/page-metadata";
import { verifyTrail } from "./actions";
import { VerificationHistory } from "./_components/verification-history";
import { VerificationResult } from "./_components/verification-result";

export const generateMetadata = dpoTitle("verify.title");

const checks = ["bytes", "chain", "gaps", "head", "time", "form", "columns"] as const;

export default async function Verify({ params, searchParams }: PageProps<"/dpo/[panel]/verify">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.verify", slug);
  const t = await getTranslations("dpo.verify");
  const { checked } = await searchParams;
  const verifications = await listVerifications(granted, 10);
  const [last] = verifications;
  const organisation = granted.panel.document.organisation.legalName;
  return (
    <DpoFrame granted={granted} width="page">
      <PageTitle lead={t("lead", { organisation })}>{t("title")}</PageTitle>
      {last === undefined ? null : (
        <VerificationResult panel={granted.panel} verification={last} fresh={last.seq === checked} />
      )}
      <Form action={verifyTrail} fields={[]} hidden={{ panel: slug }} submit={t("run")}>
        <p className="max-w-reading text-muted">{t("runNote")}</p>
      </Form>
      <Section title={t("whatTitle")}>
        <Prose>
          <ul>
            {checks.map((check) => (
              <li key={check}>{t(`what.${check}`)}</li>
            ))}
          </ul>
        </Prose>
        <Details summary={t("cannotTitle")}>
          <p>{t("cannot")}</p>
        </Details>
      </Section>
      <VerificationHistory panel={granted.panel} verifications={verifications} />
    </DpoFrame>
  );
}
