import { appendEntries } from "@/lib/ledger/append";
import type { EventData } from "@/lib/ledger/catalogue";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { StoredFacts } from "@/lib/queries/member/stored-facts";
import { weighPerson } from "@/lib/queries/decision-import/weigh-person";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import {
  type DecisionCounts,
  decisionCountsSchema,
  decisionTotals,
  type StagedDecisions,
  stagedDecisionsSchema,
} from "@/lib/schemas/staged-decisions";
import { actingStaff } from "../activity/acting-staff";
import { projectPermission } from "../consent/project-permission";
import { settleSuppressions, type Settled } from "../consent/settle-suppressions";
import type { Ctx } from "../context";
import { closeUpload, takeUpload } from "../suppression/take-upload";
import { eventsOf, importedOf, type Imported } from "./import-rows";
import { keepImported } from "./keep-imported";
import { lockPeople } from "./lock-people";
import { countSentInGap } from "./sent-in-gap";

type Input = { readonly panel: PanelView; readonly uploadId: string };

export type AppliedDecisions = DecisionCounts & {
  /** Members to whom a message may be in a worker's hands. */
  readonly toDrain: readonly string[];
};

type People = ReadonlyMap<string, StoredFacts>;

/** Every line as a record, person by person. Null when somebody is gone since the list was checked. */
function importAll(
  ctx: Ctx,
  panel: PanelView,
  { lines }: StagedDecisions,
  people: People,
): readonly Imported[] | null {
  const imported: Imported[] = [];
  for (const [memberId, own] of Map.groupBy(lines, (line) => line.memberId)) {
    const stored = people.get(memberId);
    if (stored === undefined || stored.member.state === "erased") return null;
    const weighed = weighPerson(panel, own, stored.consents, ctx.at.getTime());
    imported.push(...weighed.map((one) => importedOf(ctx, panel, stored, one)));
  }
  return imported;
}

/** The addresses that the noes close. A "no" that a later yes has overtaken closes none (law.md CN-6). */
function settle(ctx: Ctx, imported: readonly Imported[], people: People): readonly Settled[] {
  const stops = imported.filter(({ weighed }) => weighed.outcome === "stops");
  return stops.map(({ input, record }) =>
    settleSuppressions(input, people.get(input.member.id)?.points ?? [], [record], ctx.at),
  );
}

async function countsOf(
  ctx: Ctx,
  panel: PanelView,
  staged: StagedDecisions,
  imported: readonly Imported[],
): Promise<DecisionCounts> {
  const late = imported
    .filter(({ weighed }) => weighed.outcome === "stops")
    .map(({ record, input }) => ({ ...record, memberId: input.member.id, from: record.effectiveAt }));
  const outcomes = imported.map(({ input, weighed }) => ({
    memberId: input.member.id,
    outcome: weighed.outcome,
  }));
  return { ...decisionTotals(staged, outcomes), sentInGap: await countSentInGap(ctx, panel, late) };
}

function listEvent(
  ctx: Ctx,
  { panel, uploadId }: Input,
  fileHash: string,
  counts: DecisionCounts,
): LedgerEvent {
  const said = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));
  return {
    ...{ eventType: "decision.imported", panelId: panel.id, subjectRef: null, effectiveAt: ctx.at },
    data: { listUploadId: uploadId, fileHash, ...said } as EventData<"decision.imported">,
  };
}

/**
 * Records a list of decisions that somebody checked: every record, what proves it, the addresses its noes close, everyone's
 * contact permission and last the ledger, all of it or none. No yes in it lifts a "no", earlier or later (law.md I2); a yes
 * without proof is kept and never used (CN-2). A second press changes nothing. Call `drainHandOver` before it is said to be
 * done.
 */
export async function applyDecisions(ctx: Ctx, input: Input): Promise<Result<AppliedDecisions>> {
  const { panel, uploadId } = input;
  const staffId = actingStaff(ctx, "decision.import", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const taken = await takeUpload(ctx, panel, "decision", uploadId);
  if (taken === null) return refuse("list.ended");
  if (taken.counts !== null) return ok({ ...decisionCountsSchema.parse(taken.counts), toDrain: [] });
  const staged = stagedDecisionsSchema.parse(taken.rows);
  if (staged.problems.length > 0) return refuse("decisionList.problems");
  const people = await lockPeople(ctx, panel, [...new Set(staged.lines.map(({ memberId }) => memberId))]);
  const imported = importAll(ctx, panel, staged, people);
  if (imported === null) return refuse("decisionList.gone");
  const settled = settle(ctx, imported, people);
  const counts = await countsOf(ctx, panel, staged, imported);
  await keepImported(ctx, { staffId, uploadId, imported, added: settled.flatMap(({ added }) => added) });
  await projectPermission(ctx.tx, panel, [...people.keys()], ctx.at);
  await closeUpload(ctx, panel, uploadId, staffId, counts);
  const events = imported.flatMap((one) => eventsOf(uploadId, one));
  const { organisationId } = panel;
  const closed = settled.flatMap((one) => one.events);
  await appendEntries(ctx, organisationId, [
    ...events,
    ...closed,
    listEvent(ctx, input, staged.fileHash, counts),
  ]);
  return ok({ ...counts, toDrain: counts.stops === 0 ? [] : [...people.keys()] });
}
