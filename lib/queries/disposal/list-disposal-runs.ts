import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { runStateOf, type RunState } from "./get-disposal-run";

export type ListedRun = {
  readonly id: string;
  readonly asOf: CivilDate;
  readonly simulatedAt: Date;
  readonly finishedAt: Date | null;
  readonly state: RunState;
  readonly items: number;
};

/** More than one run a week for a year. */
const most = 60;

async function runsOf(
  viewer: Viewer,
  where: { finishedAt?: null },
  take: number,
): Promise<readonly ListedRun[]> {
  authorise(viewer, "retention.read");
  const { organisationId, id: panelId } = viewer.panel;
  const runs = await database().disposalRun.findMany({
    where: { organisationId, panelId, cancelledAt: null, ...where },
    orderBy: { simulatedAt: "desc" },
    take,
    include: { _count: { select: { items: true } } },
  });
  return runs.map((run) => ({
    ...{ id: run.id, asOf: civilDate(run.asOf), simulatedAt: run.simulatedAt, finishedAt: run.finishedAt },
    ...{ state: runStateOf(run), items: run._count.items },
  }));
}

/** The runs of the panel, the newest first; those that were taken back are in the trail. */
export async function listDisposalRuns(viewer: Viewer): Promise<readonly ListedRun[]> {
  return runsOf(viewer, {}, most);
}

/** The run that waits for approval or is under way, if there is one: a panel has one at a time. */
export async function findOpenRun(viewer: Viewer): Promise<ListedRun | null> {
  const [run = null] = await runsOf(viewer, { finishedAt: null }, 1);
  return run;
}
