import { dateColumn, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { addPeriod } from "@/lib/policy/civil";
import type { RetentionRule } from "@/lib/policy/document";
import { approveDisposal } from "@/lib/usecases/disposal/approve-disposal";
import { simulateDisposal } from "@/lib/usecases/disposal/simulate-disposal";
import { runUseCase } from "@/lib/usecases/run";
import { disposalRound } from "@/lib/worker/disposal-rounds";
import { arranged } from "./arranged";
import { staffAs } from "./dpo";
import type { TestMember } from "./panel";
import type { Residents } from "./resident";

export const today = londonDate(new Date());
/** A day that a period ago was this one's (civil, Europe/London). */
export const daysAgo = (days: number): string =>
  londonDate(new Date(Date.now() - days * 24 * 60 * 60 * 1000));

type Due = {
  readonly ruleKey: string;
  /** When it fell due; the day counts from is a year earlier. */
  readonly dueOn?: string;
  readonly action?: RetentionRule["action"];
};

/** Something due about a member. @returns the id of the item */
export async function makeDue({ panel }: Residents, member: TestMember, due: Due): Promise<string> {
  const { ruleKey, dueOn = daysAgo(3), action = "delete" } = due;
  const id = newId();
  await database().retentionItem.create({
    data: {
      ...{ organisationId: panel.organisationId, panelId: panel.id, memberId: member.id },
      ...{ id, ruleKey, action, dueOn: dateColumn(dueOn) },
      triggeredOn: dateColumn(addPeriod(dueOn, "P0D") ?? dueOn),
    },
  });
  return id;
}

/** Says of a member that they left; no use-case did it, and no clock began. */
export async function haveLeft({ panel }: Residents, members: readonly TestMember[]): Promise<void> {
  const where = { organisationId: panel.organisationId, id: { in: members.map(({ id }) => id) } };
  await arranged((tx) => tx.member.updateMany({ where, data: { state: "left", leftAt: new Date() } }));
}

/** Keeps everything of a member for a claim. @returns the id of the hold */
export async function holdMember({ panel, made }: Residents, member: TestMember): Promise<string> {
  const id = newId();
  await arranged((tx) =>
    tx.legalHold.create({
      data: {
        ...{ organisationId: panel.organisationId, id, panelId: panel.id, memberId: member.id },
        ...{
          ground: "legalClaim",
          reason: "A claim was announced",
          ownerId: made.staffId,
          placedBy: made.staffId,
        },
        ...{ placedAt: new Date(), reviewOn: dateColumn(addPeriod(today, "P1M") ?? today) },
      },
    }),
  );
  return id;
}

/** Ends a hold, proposed and agreed. */
export async function releaseHold({ panel, made }: Residents, id: string): Promise<void> {
  const at = new Date();
  await arranged((tx) =>
    tx.legalHold.update({
      where: { organisationId_id: { organisationId: panel.organisationId, id } },
      data: {
        ...{ releaseProposedBy: made.staffId, releaseProposedAt: at, releaseReason: "Settled" },
        ...{ releaseApprovedBy: newId(), releasedAt: at },
      },
    }),
  );
}

/** Looks what is due, as the data protection officer. @returns the run */
export async function preview(residents: Residents, asOf?: string): Promise<string> {
  const { panel } = residents;
  const seen = await runUseCase(simulateDisposal, staffAs(residents, "dpo"), { panel, asOf });
  if (!seen.ok) throw new Error(seen.error.code);
  return seen.value.runId;
}

/** Looks, and somebody else approves. @returns the run */
export async function approvedRun(residents: Residents): Promise<string> {
  const runId = await preview(residents);
  const { panel } = residents;
  const approved = await runUseCase(approveDisposal, staffAs(residents, "admin"), { panel, runId });
  if (!approved.ok) throw new Error(approved.error.code);
  return runId;
}

/** Does what a worker does until nothing waits. */
export async function workOff(): Promise<void> {
  while ((await disposalRound()) > 0);
}

/** What became of the items of a run, in the order of their rules. */
export async function outcomesOf({ panel }: Residents, runId: string) {
  const items = await database().disposalItem.findMany({
    where: { organisationId: panel.organisationId, runId },
    orderBy: [{ ruleKey: "asc" }, { subjectRef: "asc" }],
  });
  return items.map(({ ruleKey, outcome, heldBy }) => ({ ruleKey, outcome, heldBy }));
}
