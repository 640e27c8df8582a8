import { getTranslations } from "next-intl/server";
import { BarChart } from "@/components/charts/bar-chart";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { FilterBar } from "@/components/content/filter-bar";
import { Pagination } from "@/components/content/pagination";
import { ProgressBar } from "@/components/content/progress-bar";
import { StatRow } from "@/components/content/stat-row";
import { Specimen } from "./specimen";

const areas = [
  ["north", 212, 131],
  ["harbour", 168, 77],
  ["mill", 96, 0],
] as const;

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
        <FilteredTable />
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

async function FilteredTable() {
  const t = await getTranslations("design.figures");
  const northOnly = [{ value: "north", label: t("areas.north") }];
  return (
    <div className="grid gap-6">
      <FilterBar
        action="/design/figures"
        label={t("filter")}
        filters={[
          { kind: "search", name: "q", label: t("search") },
          { kind: "date", name: "from", label: t("from"), value: "2029-05-20" },
          { kind: "select", name: "area", label: t("area"), anyLabel: t("anyArea"), options: northOnly },
        ]}
      />
      <DataTable
        caption={t("byArea")}
        columns={[
          { key: "area", label: t("area") },
          { key: "asked", label: t("asked"), numeric: true },
          { key: "answered", label: t("answered"), numeric: true },
        ]}
        rows={areas.map(([key, asked, answered]) => ({
          key,
          cells: { area: t(`areas.${key}`), asked, answered },
        }))}
        totals={{ area: t("total"), asked: 476, answered: 208 }}
      />
      <Pagination newer="#main" older="#main" />
    </div>
  );
}
