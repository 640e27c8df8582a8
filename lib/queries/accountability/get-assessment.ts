import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { AccountabilityRecord } from "@/lib/policy/document";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** One recorded review: what was approved, by whom, until when it counts. */
export type RecordedReview = {
  readonly number: number;
  readonly title: string;
  readonly ownerRole: string;
  /** Its parts in words, by their keys. */
  readonly content: Readonly<Record<string, string>>;
  readonly approvedBy: string;
  readonly approvedOn: CivilDate;
  readonly reviewOn: CivilDate;
  readonly recordedAt: Date;
};

/** An assessment that the policy in force names, as it counts, and every review that was recorded, newest first. */
export type Assessment = {
  readonly record: AccountabilityRecord;
  readonly reviews: readonly RecordedReview[];
};

async function staffNames(organisationId: string, ids: readonly string[]) {
  const staff = await database().staff.findMany({
    where: { organisationId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

export async function getAssessment(viewer: Viewer, key: string): Promise<Assessment | null> {
  authorise(viewer, "accountability.view");
  const { organisationId, id: panelId, document } = viewer.panel;
  const record = document.accountability.find((one) => one.key === key);
  if (record === undefined) return null;
  const rows = await database().accountabilityRecord.findMany({
    where: { organisationId, panelId, key },
    orderBy: { number: "desc" },
    take: 100,
  });
  const names = await staffNames(
    organisationId,
    rows.map(({ approvedBy }) => approvedBy),
  );
  const reviews = rows.map((row) => ({
    number: row.number,
    title: row.title,
    ownerRole: row.ownerRole,
    content: row.content as Readonly<Record<string, string>>,
    approvedBy: names.get(row.approvedBy) ?? "",
    approvedOn: civilDate(row.approvedOn),
    reviewOn: civilDate(row.reviewOn),
    recordedAt: row.recordedAt,
  }));
  return { record, reviews };
}
