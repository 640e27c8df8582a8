import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Section } from "@/components/content/card";
import { ButtonLink } from "@/components/content/button";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { processingRecord } from "@/lib/policy/processing-record";
import { DpoFrame } from "../../_components/dpo-frame";
import { moments } from "../../_components/moments";
import { dpoPath } from "../../_components/paths";
import { IncompleteRows } from "./_components/incomplete-rows";
import { RecordHeadList } from "./_components/record-head";
import { RecordRow } from "./_components/record-row";

export const generateMetadata = titlesIn("record")("title");

/** The record of processing activities (Article 30), made of the policy in force as it counts today. */
export default async function Record({ params }: PageProps<"/dpo/[panel]/record">) {
  const { panel: slug } = await params;
  const granted = await requireActor("record.view", slug);
  const { panel } = granted;
  const [t, when] = await Promise.all([getTranslations("record"), moments()]);
  const today = londonDate(now());
  const { head, rows } = processingRecord(panel.document, today);
  return (
    <DpoFrame granted={granted}>
      <PageTitle
        lead={t("lead", { version: panel.policyNumber, day: when.civil(today) })}
        action={
          <span className="buttons">
            <ButtonLink href={dpoPath(slug, "record/record.pdf")}>{t("pdf")}</ButtonLink>
            <ButtonLink href={dpoPath(slug, "record/record.csv")} tone="secondary">
              {t("csv")}
            </ButtonLink>
          </span>
        }
      >
        {t("title")}
      </PageTitle>
      <IncompleteRows rows={rows} />
      <Section title={t("controller")}>
        <RecordHeadList head={head} />
      </Section>
      <Section title={t("activities", { count: rows.length })}>
        {rows.map((row) => (
          <RecordRow key={row.purposeKey} row={row} />
        ))}
      </Section>
    </DpoFrame>
  );
}
