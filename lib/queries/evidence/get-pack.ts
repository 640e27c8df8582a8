import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** A pack as whoever asked for it sees it. */
export type PackView = {
  readonly id: string;
  readonly about: "person" | "activity" | "whole";
  /** The member's reference or the activity's title, where they are still held. */
  readonly name: string | null;
  readonly askedAt: Date;
  readonly entrySeq: string;
  readonly state: "waiting" | "building" | "ready" | "failed";
  readonly done: number;
  readonly total: number;
};

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

async function rowsOf({ actor, panel }: Viewer, id?: string) {
  if (actor.kind !== "staff") return [];
  const { organisationId, id: panelId } = panel;
  return database().evidencePack.findMany({
    where: { organisationId, panelId, askedBy: actor.staffId, ...(id === undefined ? {} : { id }) },
    orderBy: { askedAt: "desc" },
    take: 50,
  });
}

function stateOf({ startedAt, finishedAt, failureCode }: Row): PackView["state"] {
  if (finishedAt !== null) return failureCode === null ? "ready" : "failed";
  return startedAt === null ? "waiting" : "building";
}

async function named(organisationId: string, rows: readonly Row[]) {
  const [members, activities] = await Promise.all([
    database().member.findMany({
      where: { organisationId, subjectRef: { in: rows.flatMap(({ subjectRef }) => subjectRef ?? []) } },
      select: { subjectRef: true, reference: true },
    }),
    database().activity.findMany({
      where: { organisationId, id: { in: rows.flatMap(({ activityId }) => activityId ?? []) } },
      select: { id: true, title: true },
    }),
  ]);
  return new Map([
    ...members.map(({ subjectRef, reference }) => [subjectRef, reference] as const),
    ...activities.map(({ id, title }) => [id, title] as const),
  ]);
}

async function views(viewer: Viewer, rows: readonly Row[]): Promise<readonly PackView[]> {
  const names = await named(viewer.panel.organisationId, rows);
  return rows.map((row) => {
    const { id, subjectRef, activityId, askedAt, entrySeq, done, total } = row;
    const about = subjectRef !== null ? "person" : activityId !== null ? "activity" : "whole";
    const name = names.get(subjectRef ?? activityId ?? "") ?? null;
    return { id, about, name, askedAt, entrySeq: String(entrySeq), state: stateOf(row), done, total };
  });
}

/** The packs that the viewer asked for and that are still there, newest first. */
export async function listPacks(viewer: Viewer): Promise<readonly PackView[]> {
  authorise(viewer, "evidence.pack");
  return views(viewer, await rowsOf(viewer));
}

/** One pack that the viewer asked for, or null: it is nobody else's. */
export async function getPack(viewer: Viewer, id: string): Promise<PackView | null> {
  authorise(viewer, "evidence.pack");
  const [view] = await views(viewer, await rowsOf(viewer, id));
  return view ?? null;
}

/** The file of a pack that is ready, part by part. */
export async function* packParts(viewer: Viewer, pack: PackView): AsyncGenerator<Uint8Array> {
  authorise(viewer, "evidence.pack");
  const { organisationId } = viewer.panel;
  for (let number = 0; ; number += 1) {
    const part = await database().evidencePackPart.findUnique({
      where: { organisationId_packId_number: { organisationId, packId: pack.id, number } },
      select: { bytes: true },
    });
    if (part === null) return;
    yield part.bytes;
  }
}

/** The panel's activities, newest first, to choose one from. */
export async function listPackActivities(
  viewer: Viewer,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  authorise(viewer, "evidence.pack");
  const { organisationId, id: panelId } = viewer.panel;
  return database().activity.findMany({
    where: { organisationId, panelId },
    select: { id: true, title: true },
    orderBy: { id: "desc" },
    take: 200,
  });
}
