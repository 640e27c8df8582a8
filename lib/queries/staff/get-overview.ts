import { dateColumn, londonDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { reminderStanding } from "@/lib/policy/reminder";
import type { MemberState } from "@/lib/policy/vocabulary";
import { activitySelection, withCounts, type ActivityRow } from "./activity-row";
import { countApplications } from "./count-applications";
import { countUnmarked } from "./count-unmarked";
import { listUntold } from "./untold-guests";
import { authorise, type Viewer } from "./viewer";

/** Something that waits for staff: which activity or mailing, and what is to be done. */
export type Task = {
  readonly kind:
    | "decideApplications"
    | "markAttendance"
    | "inviteSomeone"
    | "publishDraft"
    | "remind"
    | "tellGuests"
    | "lookIntoMailing";
  readonly id: string;
  readonly title: string;
  readonly count: number;
};

export type Overview = {
  readonly members: readonly { readonly state: Exclude<MemberState, "erased">; readonly count: number }[];
  readonly open: readonly ActivityRow[];
  readonly tasks: readonly Task[];
};

const newest = 30;
const remindWithin = 7 * 86_400_000;
const attendanceWithin = 28 * 86_400_000;

async function membersByState(viewer: Viewer): Promise<Overview["members"]> {
  const rows = await database().$queryRaw<{ state: MemberState; count: number }[]>`
    SELECT state::text AS state, count(*)::int AS count FROM member
    WHERE organisation_id = ${viewer.panel.organisationId}::uuid AND panel_id = ${viewer.panel.id}::uuid
    GROUP BY state`;
  const known = new Map(rows.map(({ state, count }) => [state, count]));
  const states = ["member", "applicant", "left", "ended"] as const;
  return states.map((state) => ({ state, count: known.get(state) ?? 0 }));
}

async function currentActivities(viewer: Viewer, at: Date): Promise<readonly ActivityRow[]> {
  const found = await database().activity.findMany({
    where: {
      organisationId: viewer.panel.organisationId,
      panelId: viewer.panel.id,
      OR: [
        { state: { in: ["draft", "open"] } },
        // Closed early: whoever said yes still comes, and who came is still to be marked.
        {
          state: "closed",
          sessions: { some: { startsAt: { gt: new Date(at.getTime() - attendanceWithin) } } },
        },
      ],
    },
    select: activitySelection,
    orderBy: { id: "desc" },
    take: newest,
  });
  return withCounts(viewer, found);
}

async function mailingTasks(viewer: Viewer): Promise<readonly Task[]> {
  const paused = await database().mailing.findMany({
    where: { organisationId: viewer.panel.organisationId, panelId: viewer.panel.id, state: "paused" },
    select: { id: true, activity: { select: { title: true } } },
    take: newest,
  });
  return paused.map(({ id, activity }) => ({
    kind: "lookIntoMailing",
    id,
    title: activity?.title ?? "",
    count: 0,
  }));
}

async function applicationTask(viewer: Viewer): Promise<readonly Task[]> {
  const round = await countApplications(viewer);
  if (round === null || round.waiting === 0) return [];
  return [{ kind: "decideApplications", id: round.decideBy, title: "", count: round.waiting }];
}

function taskOf(activity: ActivityRow, at: Date, unmarked: number): Task | null {
  const { id, title, startsAt } = activity;
  const unanswered = activity.invited - activity.accepted - activity.declined;
  if (activity.state === "draft") return { kind: "publishDraft", id, title, count: 0 };
  if (startsAt !== null && startsAt < at) {
    return unmarked > 0 ? { kind: "markAttendance", id, title, count: unmarked } : null;
  }
  if (activity.state !== "open") return null;
  if (activity.invited === 0) return { kind: "inviteSomeone", id, title, count: 0 };
  const soon = startsAt !== null && startsAt.getTime() - at.getTime() < remindWithin;
  const known = {
    askedAt: activity.askedAt?.getTime() ?? null,
    capacity: activity.capacity,
    accepted: activity.accepted,
  };
  const mayRemind = reminderStanding(known, at.getTime()).kind === "now";
  return soon && unanswered > 0 && mayRemind ? { kind: "remind", id, title, count: unanswered } : null;
}

function isOpen(activity: ActivityRow, at: Date): boolean {
  if (activity.state !== "open") return false;
  if (activity.startsAt !== null) return activity.startsAt >= at;
  return activity.closesOn === null || dateColumn(activity.closesOn) >= dateColumn(londonDate(at));
}

/** What is open, what waits for someone, and how many members there are in each state. */
export async function getOverview(viewer: Viewer): Promise<Overview> {
  authorise(viewer, "activity.view");
  const at = now();
  const [members, current, stuck, untold, applications] = await Promise.all([
    membersByState(viewer),
    currentActivities(viewer, at),
    mailingTasks(viewer),
    listUntold(viewer),
    applicationTask(viewer),
  ]);
  const begun = current.filter(({ startsAt }) => startsAt !== null && startsAt < at).map(({ id }) => id);
  const unmarked = await countUnmarked(viewer, begun);
  const unmarkedOf = ({ id, accepted, marked }: ActivityRow) =>
    unmarked === null ? accepted - marked : (unmarked.get(id) ?? 0);
  const toTell = untold.map((moved): Task => ({ kind: "tellGuests", ...moved }));
  const tasks = [
    ...applications,
    ...stuck,
    ...toTell,
    ...current.map((activity) => taskOf(activity, at, unmarkedOf(activity))),
  ];
  return {
    members,
    open: current.filter((activity) => isOpen(activity, at)),
    tasks: tasks.filter((task) => task !== null),
  };
}
