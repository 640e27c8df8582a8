import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import type { ListedRun } from "@/lib/queries/disposal/list-disposal-runs";
import { moments } from "../../../_components/moments";
import { dpoPath } from "../../../_components/paths";
import { RunStateTag } from "./run-state";

/** Every disposal run of the panel, with its certificate once it is over. */
export async function EarlierRuns({ slug, runs }: { slug: string; runs: readonly ListedRun[] }) {
  const [t, when] = await Promise.all([getTranslations("disposals.runs"), moments()]);
  if (runs.length === 0) return null;
  const rows = runs.map((run) => ({
    key: run.id,
    cells: {
      run: <a href={dpoPath(slug, `retention/runs/${run.id}`)}>{t("asOf", { day: when.civil(run.asOf) })}</a>,
      seen: when.moment(run.simulatedAt),
      items: when.count(run.items),
      state: <RunStateTag state={run.state} />,
      certificate:
        run.finishedAt === null ? (
          "–"
        ) : (
          <a href={dpoPath(slug, `retention/runs/${run.id}/certificate`)}>
            {t("see")} <span className="sr-only">{when.moment(run.finishedAt)}</span>
          </a>
        ),
    },
  }));
  const columns = (["run", "seen", "items", "state", "certificate"] as const).map((key) => ({
    ...{ key, label: t(key) },
    numeric: key === "items",
  }));
  return (
    <Section title={t("title")}>
      <DataTable caption={t("title")} hideCaption columns={columns} rows={rows} />
    </Section>
  );
}
