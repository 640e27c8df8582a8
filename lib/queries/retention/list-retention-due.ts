import { civilDate, dateColumn, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

export type RetentionAction = "delete" | "anonymise" | "review";

/** One thing that has to go, or be looked at, by a day. */
export type RetentionDue = {
  readonly id: string;
  /** The member's reference, or null when the member is not held any more. */
  readonly reference: string | null;
  readonly ruleKey: string;
  readonly triggeredOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly action: RetentionAction;
};

/** Where a page begins: after this item. */
export type RetentionPlace = { readonly dueOn: CivilDate; readonly id: string };

export type RetentionPage = {
  readonly items: readonly RetentionDue[];
  readonly next: RetentionPlace | null;
};

const horizonDays = 90;

/** The last day of the 90 days that are shown, counted from the London day of `at`. */
export function retentionHorizon(at: Date): CivilDate {
  const today = dateColumn(londonDate(at));
  return civilDate(new Date(today.getTime() + horizonDays * 24 * 60 * 60 * 1000));
}

async function referencesOf(organisationId: string, memberIds: readonly string[]) {
  const members = await database().member.findMany({
    where: { organisationId, id: { in: [...new Set(memberIds)] } },
    select: { id: true, reference: true },
  });
  return new Map(members.map((member) => [member.id, member.reference]));
}

/** What falls due on this panel within 90 days of `at`, overdue first, then by day. */
export async function listRetentionDue(
  viewer: Viewer,
  at: Date,
  after: RetentionPlace | undefined,
  size = 50,
): Promise<RetentionPage> {
  authorise(viewer, "retention.read");
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().retentionItem.findMany({
    where: {
      organisationId,
      panelId,
      settledAt: null,
      dueOn: { lte: dateColumn(retentionHorizon(at)), ...(after && { gte: dateColumn(after.dueOn) }) },
      ...(after && {
        OR: [
          { dueOn: { gt: dateColumn(after.dueOn) } },
          { dueOn: dateColumn(after.dueOn), id: { gt: after.id } },
        ],
      }),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: size + 1,
  });
  const page = found.slice(0, size);
  const references = await referencesOf(
    organisationId,
    page.map((item) => item.memberId),
  );
  const items = page.map((item) => ({
    id: item.id,
    reference: references.get(item.memberId) ?? null,
    ruleKey: item.ruleKey,
    triggeredOn: civilDate(item.triggeredOn),
    dueOn: civilDate(item.dueOn),
    action: item.action,
  }));
  const last = items.at(-1);
  return { items, next: found.length > size && last ? { dueOn: last.dueOn, id: last.id } : null };
}
