import { civilDate, dateColumn, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { isReviewOverdue, type LegalHoldGround } from "@/lib/policy/legal-hold";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { staffNames } from "@/lib/queries/policy/staff-names";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { heldReferences, type Held } from "./held-references";

/** One hold in a list. */
export type LegalHoldLine = {
  readonly id: string;
  readonly held: Held;
  readonly ground: LegalHoldGround;
  /** Who looks after it, by name; null when they are not known any more. */
  readonly owner: string | null;
  readonly reviewOn: CivilDate;
  readonly overdue: boolean;
  readonly releaseProposed: boolean;
  readonly placedAt: Date;
  readonly releasedAt: Date | null;
};

/** Where a page of those that stand begins: after the hold with this day of review. */
export type StandingPlace = { readonly reviewOn: CivilDate; readonly id: string };
/** Where a page of those that were released begins: before the one released at this instant. */
export type ReleasedPlace = { readonly releasedAt: Date; readonly id: string };

export type LegalHoldPage<Place> = {
  readonly holds: readonly LegalHoldLine[];
  readonly next: Place | null;
};

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
type Where = NonNullable<Parameters<ReturnType<typeof database>["legalHold"]["findMany"]>[0]>;

function rowsOf({ panel }: Viewer, { where = {}, ...order }: Where) {
  const { organisationId, id: panelId } = panel;
  return database().legalHold.findMany({ where: { organisationId, panelId, ...where }, ...order });
}

async function pageOf<Place>(
  viewer: Viewer,
  at: Date,
  rows: readonly Row[],
  size: number,
  placeOf: (last: Row) => Place,
): Promise<LegalHoldPage<Place>> {
  const { organisationId } = viewer.panel;
  const page = rows.slice(0, size);
  const [held, names] = await Promise.all([
    heldReferences(
      organisationId,
      page.map(({ memberId }) => memberId),
    ),
    staffNames(
      organisationId,
      page.map(({ ownerId }) => ownerId),
    ),
  ]);
  const today = londonDate(at);
  const holds = page.map((row): LegalHoldLine => {
    const reviewOn = civilDate(row.reviewOn);
    const { id, placedAt, releasedAt } = row;
    return {
      ...{ id, held: held(row.memberId), ground: row.ground as LegalHoldGround, placedAt, releasedAt },
      ...{ owner: names.get(row.ownerId) ?? null, reviewOn },
      overdue: releasedAt === null && isReviewOverdue(reviewOn, today),
      releaseProposed: releasedAt === null && row.releaseProposedBy !== null,
    };
  });
  const last = page.at(-1);
  return { holds, next: rows.length > size && last !== undefined ? placeOf(last) : null };
}

/** The panel's holds that stand, the one to be reviewed next first, so that the overdue come before the others. */
export async function listStandingHolds(
  viewer: Viewer,
  at: Date,
  after?: StandingPlace,
  size = 50,
): Promise<LegalHoldPage<StandingPlace>> {
  authorise(viewer, "legalHold.view");
  const day = after === undefined ? null : dateColumn(after.reviewOn);
  const rows = await rowsOf(viewer, {
    where: {
      releasedAt: null,
      ...(after === undefined || day === null
        ? {}
        : { reviewOn: { gte: day }, OR: [{ reviewOn: { gt: day } }, { id: { gt: after.id } }] }),
    },
    orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
    take: size + 1,
  });
  return pageOf(viewer, at, rows, size, ({ reviewOn, id }) => ({ reviewOn: civilDate(reviewOn), id }));
}

/** The panel's holds that were released, the latest first. */
export async function listReleasedHolds(
  viewer: Viewer,
  at: Date,
  before?: ReleasedPlace,
  size = 20,
): Promise<LegalHoldPage<ReleasedPlace>> {
  authorise(viewer, "legalHold.view");
  const until = before?.releasedAt;
  const rows = await rowsOf(viewer, {
    where: {
      releasedAt: until === undefined ? { not: null } : { lte: until },
      ...(until === undefined
        ? {}
        : { OR: [{ releasedAt: { lt: until } }, { id: { lt: before?.id ?? "" } }] }),
    },
    orderBy: [{ releasedAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  return pageOf(viewer, at, rows, size, ({ releasedAt, id }) => ({ releasedAt: releasedAt ?? at, id }));
}
