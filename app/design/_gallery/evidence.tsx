import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { MailPreview } from "@/components/content/mail-preview";
import { Timeline } from "@/components/content/timeline";
import { ConsentStatement } from "@/components/consent/consent-statement";
import { DecisionHistory } from "@/components/consent/decision-history";
import { Receipt } from "@/components/consent/receipt";
import { Specimen } from "./specimen";

/** What happened, what was agreed, in which words, and the proof to keep. */
export async function EvidenceSection() {
  const t = await getTranslations("design.evidence");
  return (
    <Section title={t("title")}>
      <Histories />
      <Proofs />
      <Specimen name="MailPreview">
        <MailPreview
          fromLabel={t("from")}
          from={t("sender")}
          subjectLabel={t("subject")}
          subject={t("subjectLine")}
          frame="/design/mail-frame"
          text={t("mailText")}
        />
      </Specimen>
    </Section>
  );
}

async function Histories() {
  const t = await getTranslations("design.evidence");
  const moment = { when: t("when"), dateTime: "2029-05-20T14:05:00+01:00" };
  const items = (["success", "neutral", "warning", "danger"] as const).map((tone) => ({
    ...moment,
    key: tone,
    tone,
    title: t(`timeline.${tone}`),
    by: t("by"),
  }));
  const entries = (["neutral", "success"] as const).map((tone) => ({
    ...moment,
    key: tone,
    tone,
    decision: t(`decision.${tone}`),
    about: t("about"),
    how: t("how"),
    words: { summary: t("wordsSummary"), statement: <p>{t("statement")}</p> },
  }));
  return (
    <>
      <Specimen name="Timeline">
        <Timeline items={items} />
      </Specimen>
      <Specimen name="DecisionHistory">
        <DecisionHistory entries={entries} />
      </Specimen>
    </>
  );
}

async function Proofs() {
  const t = await getTranslations("design.evidence");
  const rows = [
    { key: "about", label: t("aboutLabel"), value: t("about") },
    { key: "when", label: t("whenLabel"), value: t("when") },
  ];
  return (
    <>
      <Specimen name="ConsentStatement">
        <ConsentStatement
          heading={t("statementHeading")}
          statement={<p>{t("statement")}</p>}
          meta={<p>{t("statementMeta")}</p>}
        />
      </Specimen>
      <Specimen name="Receipt">
        <Receipt
          title={t("receipt")}
          referenceLabel={t("reference")}
          reference="0198f2c4-7d1e-7a63-9b42-5b1f6f0d8e11"
          rows={rows}
        />
      </Specimen>
    </>
  );
}
