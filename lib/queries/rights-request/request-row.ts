import { civilDate, londonDate } from "@/lib/clock";
import type { RequestOutcome } from "@/lib/policy/request/request";
import { requestClock, type RequestClock } from "@/lib/policy/request/clock";
import type { RequestKind } from "@/lib/policy/request/request";
import type { CaptureMethod, CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { loadHappenings, type Happening } from "./happenings";

/** What everybody who may see a request sees of it: nothing in the person's words. */
export type RequestRow = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly method: CaptureMethod;
  readonly subjectRef: string | null;
  readonly receivedOn: CivilDate;
  readonly closedOn: CivilDate | null;
  readonly outcome: RequestOutcome | null;
  /** The last day to answer: as it stands, or stood when it was answered. */
  readonly dueOn: CivilDate;
  readonly clock: RequestClock;
  readonly happenings: readonly Happening[];
};

/** The columns it is read from. */
export const rowColumns = {
  ...{ id: true, kind: true, method: true, subjectRef: true, receivedAt: true, closedAt: true },
  ...{ outcome: true, dueOn: true },
} as const;

type Stored = Pick<RequestRow, "id" | "kind" | "method" | "subjectRef" | "outcome"> & {
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly dueOn: Date;
};

/** Stored requests with where their clocks stand on a day; of an answered one, on the day of its answer. */
export async function withClocks(
  { organisationId, document }: Pick<PanelView, "organisationId" | "document">,
  rows: readonly Stored[],
  at: Date,
): Promise<readonly RequestRow[]> {
  const happened = await loadHappenings(
    organisationId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, kind, method, subjectRef, outcome, ...row }) => {
    const happenings = happened.get(id) ?? [];
    const [receivedOn, closedOn] = [londonDate(row.receivedAt), row.closedAt && londonDate(row.closedAt)];
    const { nation } = document.organisation;
    const today = closedOn ?? londonDate(at);
    const clock = requestClock({ kind, receivedOn, events: happenings, nation, today });
    const dueOn = closedOn === null ? clock.dueOn : civilDate(row.dueOn);
    return { id, kind, method, subjectRef, receivedOn, closedOn, outcome, dueOn, clock, happenings };
  });
}
