import { statement } from "@/lib/db/transaction";
import { atMost, planFor, type Foreseen, type KeptReason, type Plan } from "@/lib/policy/disposal";
import type { RetentionRule } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import { lockPerson } from "../membership/lock-person";
import { findDue } from "./due-items";

/** Whose turn it is in a run that is carried out. */
export type Turn = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly runId: string;
  readonly subjectRef: string;
};

type Waiting = {
  readonly id: string;
  readonly ruleKey: string;
  readonly dueOn: string;
  readonly action: RetentionRule["action"];
  readonly whole: boolean;
  readonly foreseen: Foreseen | null;
};

/**
 * What becomes of one item. `disposed` and `whole`: with everything about the person. `lapsed` and `isEmpty`: due, and nothing
 * of its kind was held when somebody looked.
 */
export type Outcome = Pick<Waiting, "id" | "ruleKey" | "dueOn"> & {
  readonly outcome: "disposed" | "held" | "lapsed" | "failed";
  readonly whole: boolean;
  readonly isEmpty: boolean;
  readonly heldBy: KeptReason | null;
};

const waiting = {
  name: "disposal-waiting",
  text: `SELECT retention_item_id AS id, rule_key AS "ruleKey", due_on::text AS "dueOn", action::text AS action, whole, foreseen
    FROM disposal_item WHERE organisation_id = $1 AND run_id = $2 AND subject_ref = $3 AND outcome IS NULL
    ORDER BY retention_item_id`,
};

/** The person's items of this run that nobody has settled. */
export function waitingOf(
  ctx: Ctx,
  { organisationId, runId, subjectRef }: Turn,
): Promise<readonly Waiting[]> {
  return statement<Waiting>(ctx.tx, waiting, [organisationId, runId, subjectRef]);
}

const find = {
  name: "disposal-member",
  text: `SELECT id::text FROM member WHERE organisation_id = $1 AND subject_ref = $2`,
};

/** The id of the person whose turn it is, locked; null when they are not there any more. */
async function lockedMember(ctx: Ctx, { organisationId, panelId, subjectRef }: Turn): Promise<string | null> {
  const [found] = await statement<{ id: string }>(ctx.tx, find, [organisationId, subjectRef]);
  if (found === undefined) return null;
  const locked = await lockPerson(ctx, { organisationId, panelId, memberId: found.id });
  return locked === null ? null : found.id;
}

export type Decided = {
  /** Null when the person is not there any more. */
  readonly memberId: string | null;
  readonly inForce: boolean;
  readonly outcomes: readonly Outcome[];
};

function outcomeOf({ id, ruleKey, dueOn, whole, foreseen }: Waiting, now: Plan | undefined): Outcome {
  const item = { ...{ id, ruleKey, dueOn }, whole: false, isEmpty: false, heldBy: null };
  if (now === undefined) return { ...item, outcome: "lapsed" };
  if (foreseen === "nothing" && now.kept === null) return { ...item, outcome: "lapsed", isEmpty: true };
  const done = atMost({ whole, kept: foreseen === "nothing" ? null : foreseen }, now);
  if (done.kept !== null) return { ...item, outcome: "held", heldBy: done.kept };
  return { ...item, outcome: "disposed", whole: done.whole };
}

/**
 * Decides again about each item of the person whose turn it is, on what is so now, and locks them for it: an item that is
 * not there or not due any more lapses, one that something keeps by now stays.
 */
export async function decideTurn(ctx: Ctx, panel: PanelView, turn: Turn, asOf: string): Promise<Decided> {
  const items = await waitingOf(ctx, turn);
  const memberId = await lockedMember(ctx, turn);
  const [due] = memberId === null ? [] : await findDue(ctx.tx, panel, asOf, memberId);
  const { items: own, standing } = due ?? { items: [], standing: { inForce: false, suspendedBy: null } };
  // Asked about what the run is about alone: what fell due since waits for the next run.
  const still = own.filter(({ id }) => items.some((item) => item.id === id));
  const plans = planFor(panel.document, standing, still);
  const planOf = new Map(still.map(({ id }, place) => [id, plans[place]]));
  return {
    memberId,
    inForce: standing.inForce,
    outcomes: items.map((item) => outcomeOf(item, planOf.get(item.id))),
  };
}
