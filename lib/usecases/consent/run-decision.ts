import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { inTransaction, mayBeKept, partOf, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policy/permission";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Result } from "@/lib/result";
import type { UseCase } from "../context";
import { runUseCase } from "../run";
import { handOver, lockFactsOfAll, type LockedFacts } from "./lock-facts";

// Decisions that come at the same time share one transaction: one statement locks and reads for all who wait, each decides
// for itself in its own part, one statement stores, one commit. Why that is safe: docs/decisions/0005-one-statement-ledger.md.

type Caller = {
  readonly memberId: string;
  /** Runs the use-case in this part of a shared transaction. */
  readonly decide: (tx: Tx) => Promise<Result<unknown>>;
  /** Runs it in a transaction of its own, and answers. */
  readonly alone: () => Promise<void>;
  readonly answer: (result: Result<unknown>) => void;
  readonly fail: (fault: unknown) => void;
};

type Queue = {
  readonly panel: PanelView;
  waiting: readonly Caller[];
  /** Members about whom a transaction that runs decides: what they say next comes after it, in order. */
  readonly deciding: Set<string>;
  running: number;
  isToStart: boolean;
};

/** Two at once, so that one is decided here while the other is at the database. */
const atOnce = 2;
const most = 32;
/** By panel and the policy it is seen under. */
const queues = new Map<string, Queue>();

/** Decides for one of the callers. Null when somebody before them is of their household: theirs comes after. */
async function decided(
  tx: Tx,
  { decide }: Caller,
  locked: LockedFacts,
  taken: Set<string>,
): Promise<Result<unknown> | null> {
  const household = locked.sharing.map(({ id }) => id);
  if (household.some((id) => taken.has(id))) return null;
  household.forEach((id) => taken.add(id));
  const part = partOf(tx);
  handOver(part.tx, locked);
  const result = await decide(part.tx);
  if (!result.ok && part.wasUsed()) throw new Error("A refusal keeps nothing of what was asked before it");
  return result;
}

async function decideAll(
  tx: Tx,
  panel: PanelView,
  callers: readonly Caller[],
): Promise<readonly (Result<unknown> | null)[]> {
  const memberIds = callers.map(({ memberId }) => memberId);
  const locked = await lockFactsOfAll(tx, panel, memberIds);
  const taken = new Set<string>();
  const outcomes = await Promise.allSettled(
    callers.map(async (caller, place) => {
      const facts = locked[place] ?? null;
      if (facts === null) throw new Error("Not of this panel");
      return decided(tx, caller, facts, taken);
    }),
  );
  // All have ended, whatever became of one: nobody asks anything any more of a transaction that is undone.
  return outcomes.map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
}

/** @returns who has to wait for the next. */
async function share(panel: PanelView, callers: readonly Caller[]): Promise<readonly Caller[]> {
  try {
    const results = await inTransaction(async (tx) => decideAll(tx, panel, callers));
    return callers.filter((caller, place) => {
      const result = results[place] ?? null;
      if (result !== null) caller.answer(result);
      return result === null;
    });
  } catch (fault) {
    // Where the commit was sent and not answered, who tried again would be told that nothing had to be changed.
    if (mayBeKept(fault)) for (const { fail } of callers) fail(fault);
    else await Promise.all(callers.map(async ({ alone }) => alone()));
    return [];
  }
}

async function carry(queue: Queue, callers: readonly Caller[]): Promise<void> {
  const [first, ...others] = callers;
  const later = others.length > 0 ? await share(queue.panel, callers) : [];
  if (others.length === 0) await first?.alone();
  for (const { memberId } of callers) queue.deciding.delete(memberId);
  queue.running -= 1;
  queue.waiting = [...later, ...queue.waiting];
  startSoon(queue);
}

/** Takes some of those who wait from the queue, each member once and none about whom is being decided. */
function take(queue: Queue, share: number): readonly Caller[] {
  const taken: Caller[] = [];
  queue.waiting = queue.waiting.filter((caller) => {
    if (taken.length === Math.min(most, share) || queue.deciding.has(caller.memberId)) return true;
    queue.deciding.add(caller.memberId);
    taken.push(caller);
    return false;
  });
  return taken;
}

function start(queue: Queue): void {
  queue.isToStart = false;
  const free = atOnce - queue.running;
  const callers = free === 0 ? [] : take(queue, Math.ceil(queue.waiting.length / free));
  if (callers.length === 0) return;
  if (free > 1) startSoon(queue);
  queue.running += 1;
  void carry(queue, callers);
}

/** At the end of this turn, so that who comes in the same turn comes along. */
function startSoon(queue: Queue): void {
  if (queue.isToStart) return;
  queue.isToStart = true;
  setImmediate(start, queue);
}

function queueOf(panel: PanelView): Queue {
  const key = [panel.id, panel.policyVersionId, panel.privacyNoticeId].join();
  const known = queues.get(key);
  if (known !== undefined) return known;
  const queue: Queue = { panel, waiting: [], deciding: new Set(), running: 0, isToStart: false };
  queues.set(key, queue);
  return queue;
}

/**
 * Runs a use-case that decides for the acting member, in one transaction with whoever else decides at the same moment, as
 * `runUseCase` would: a refusal keeps nothing and comes back as a value, a fault throws, and nobody is answered before the
 * commit is on disk. Such a use-case locks first (`lockFacts`), writes only through `ctx.tx`, and may be run again from
 * its beginning. What goes wrong for one is tried again by each alone, and so is nobody else's.
 */
export async function runDecision<Input extends { readonly panel: PanelView }, Output>(
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Input,
): Promise<Result<Output>> {
  if (actor.kind !== "member" && actor.kind !== "link") return runUseCase(useCase, actor, input);
  const { panel } = input;
  const { memberId } = actor;
  const [at, requestId] = [now(), randomUUID()];
  const { promise, resolve, reject } = Promise.withResolvers<Result<Output>>();
  // Each goes on in the context it came from, whoever's turn carries it.
  const decide = AsyncLocalStorage.bind(async (tx: Tx) => useCase({ tx, actor, at, requestId }, input));
  const alone = AsyncLocalStorage.bind(async () => runUseCase(useCase, actor, input).then(resolve, reject));
  const queue = queueOf(panel);
  const answer = resolve as Caller["answer"];
  queue.waiting = [...queue.waiting, { memberId, decide, alone, answer, fail: reject }];
  startSoon(queue);
  return promise;
}
