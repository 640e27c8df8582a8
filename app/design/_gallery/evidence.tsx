import { getTranslations } from "next-intl/server";
import { BarChart } from "@/components/charts/bar-chart";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { FilterBar } from "@/components/content/filter-bar";
import { MailPreview } from "@/components/content/mail-preview";
import { Pagination } from "@/components/content/pagination";
import { ProgressBar } from "@/components/content/progress-bar";
import { StatRow } from "@/components/content/stat-row";
import { Timeline } from "@/components/content/timeline";
import { ConsentStatement } from "@/components/consent/consent-statement";
import { DecisionHistory } from "@/components/consent/decision-history";
import { Receipt } from "@/components/consent/receipt";
import { Specimen } from "./specimen";

const answers = [
  ["veryGood", 64, "64 (31%)"],
  ["good", 83, "83 (40%)"],
  ["fair", 38, "38 (18%)"],
  ["bad", 16, "16 (8%)"],
  ["veryBad", 7, "7 (3%)"],
] as const;

/** Figures with their sums: the counts that must add up, a table, and a chart beside its table. */
export async function FigureSection() {
  const t = await getTranslations("design.figures");
  const areas = (["north", "harbour", "mill"] as const).map((area, index) => ({
    key: area,
    cells: { area: t(`areas.${area}`), asked: [212, 168, 96][index], answered: [131, 77, 0][index] },
  }));
  return (
    <Section title={t("title")}>
      <Specimen name="StatRow">
        <StatRow
          stats={[
            { key: "matched", label: t("matched"), value: "412" },
            { key: "asked", label: t("willBeAsked"), value: "380", sign: "=" },
            { key: "out", label: t("leftOut"), value: "32", sign: "+", note: t("leftOutNote") },
          ]}
        />
      </Specimen>
      <Specimen name="FilterBar, DataTable, Pagination">
        <FilterBar
          action="/design/figures"
          label={t("filter")}
          filters={[
            { kind: "search", name: "q", label: t("search") },
            { kind: "date", name: "from", label: t("from"), value: "2029-05-20" },
            {
              kind: "select",
              name: "area",
              label: t("area"),
              anyLabel: t("anyArea"),
              options: [{ value: "north", label: t("areas.north") }],
            },
          ]}
        />
        <div className="mt-6">
          <DataTable
            caption={t("byArea")}
            columns={[
              { key: "area", label: t("area") },
              { key: "asked", label: t("asked"), numeric: true },
              { key: "answered", label: t("answered"), numeric: true },
            ]}
            rows={areas}
            totals={{ area: t("total"), asked: 476, answered: 208 }}
          />
          <Pagination newer="#main" older="#main" />
        </div>
      </Specimen>
      <Specimen name="BarChart">
        <BarChart
          title={t("chart")}
          labelHeading={t("answer")}
          valueHeading={t("people")}
          bars={answers.map(([key, value, figure]) => ({ key, label: t(`answers.${key}`), value, figure }))}
          total={{ label: t("total"), figure: "208" }}
        />
      </Specimen>
      <Specimen name="ProgressBar">
        <ProgressBar label={t("sending")} done={214} total={380} note={t("sendingNote")} />
      </Specimen>
    </Section>
  );
}

/** What was agreed, in which words, and when. */
export async function EvidenceSection() {
  const t = await getTranslations("design.evidence");
  const moment = { when: t("when"), dateTime: "2029-05-20T14:05:00+01:00" };
  return (
    <Section title={t("title")}>
      <Specimen name="Timeline">
        <Timeline
          items={(["success", "neutral", "warning", "danger"] as const).map((tone) => ({
            ...moment,
            key: tone,
            tone,
            title: t(`timeline.${tone}`),
            by: t("by"),
          }))}
        />
      </Specimen>
      <Specimen name="DecisionHistory">
        <DecisionHistory
          entries={(["neutral", "success"] as const).map((tone) => ({
            ...moment,
            key: tone,
            tone,
            decision: t(`decision.${tone}`),
            about: t("about"),
            how: t("how"),
            words: { summary: t("wordsSummary"), statement: <p>{t("statement")}</p> },
          }))}
        />
      </Specimen>
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
          rows={[
            { key: "about", label: t("aboutLabel"), value: t("about") },
            { key: "when", label: t("whenLabel"), value: t("when") },
          ]}
        />
      </Specimen>
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
