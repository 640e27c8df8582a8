// What a disposal run does about what is due: whom it erases as a whole, of whom it deletes only a part, and what it keeps
// and for which one reason. It decides nothing that a promise did not decide (law.md RT-1, RT-2, RT-4, RT-5; decision 21).
import type { PolicyDocument, RetentionRule } from "./document";
import type { Suspension } from "./legal-hold";
import { endsMembership, isNamed, reachesEverything, type DueItem } from "./retention";

/**
 * How far a rule reaches. `person`: everything about somebody, for without a name and an address nothing else has a use.
 * `parts`: the kinds of information that name it. `evidence`: the record of decisions, which the ledger keeps.
 * `elsewhere`: what this product does not hold. `noRule`: the policy has no such rule any more, or nothing that it is for.
 */
export type Reach = "person" | "parts" | "evidence" | "elsewhere" | "noRule";

/** Why something due stays, as the run, its certificate and the trail name it. */
export type KeptReason = Suspension | "membership" | "review" | "evidence" | "elsewhere" | "noRule";

/** Details without which nobody can be named or reached. */
const identifying: ReadonlySet<string> = new Set(["name", "email"]);

/** Kinds of information that stand in no table of ours: pictures, recordings, when mails were opened. */
function isElsewhere({ key, category }: PolicyDocument["fields"][number]): boolean {
  return category === "image" || (category === "observed" && key !== "attendance");
}

/** The fields and the purposes that a rule is for. */
export function namedBy({ fields, purposes }: PolicyDocument, ruleKey: string) {
  return {
    fields: fields.filter(({ retentionRuleKey }) => retentionRuleKey === ruleKey),
    purposes: purposes.filter(({ retentionRuleKey }) => retentionRuleKey === ruleKey),
  };
}

/** How far the rule of this key reaches in a policy. */
export function reachOf(document: PolicyDocument, ruleKey: string): Reach {
  const rule = document.retentionRules.find(({ key }) => key === ruleKey);
  if (rule === undefined) return "noRule";
  if (rule.trigger === "consentEnded") return "evidence";
  // An application that was not chosen goes with everything that came with it.
  if (rule.trigger === "applicationClosingDate" || reachesEverything(document, rule)) return "person";
  if (!isNamed(document, ruleKey)) return "noRule";
  const { fields, purposes } = namedBy(document, ruleKey);
  if (fields.some(({ key }) => identifying.has(key))) return "person";
  const hasSomethingHere =
    fields.some((field) => !isElsewhere(field)) ||
    purposes.some(({ activityKinds }) => activityKinds.length > 0);
  return hasSomethingHere ? "parts" : "elsewhere";
}

/** The kinds of information due under these rules that somebody must see to outside this product, as the policy calls them. */
export function heldElsewhere(document: PolicyDocument, ruleKeys: readonly string[]): readonly string[] {
  return document.fields
    .filter((field) => isElsewhere(field) && ruleKeys.includes(field.retentionRuleKey))
    .map(({ label }) => label);
}

/** Who something is due about. */
export type Standing = {
  /** A member, or an applicant of whom nothing is decided yet. */
  readonly inForce: boolean;
  readonly suspendedBy: Suspension | null;
};

/** Why an item is not expected to take anything away: it stays, or nothing of its kind is held about the person. */
export type Foreseen = KeptReason | "nothing";

/** What a run does about one item: nothing (`kept` says why), a part, or everything about the person (`whole`). */
export type Plan = { readonly whole: boolean; readonly kept: KeptReason | null };

/** Something due, with what earlier versions say of its rule. */
export type Due = DueItem & { readonly changed?: RuleChange | null };

function itsReach(document: PolicyDocument, { ruleKey, changed }: Due): Reach {
  return changed === "nothingLeft" ? "noRule" : reachOf(document, ruleKey);
}

function erases(document: PolicyDocument, { inForce }: Standing, item: Due): boolean {
  if (item.action === "review" || itsReach(document, item) !== "person") return false;
  if (!inForce) return true;
  const rule = document.retentionRules.find(({ key }) => key === item.ruleKey);
  return rule !== undefined && endsMembership.has(rule.trigger) && item.changed !== "otherTrigger";
}

const keptByReach: Readonly<Record<Reach, KeptReason | null>> = {
  // Whoever it erases is not asked this; who is left here is a member still.
  person: "membership",
  parts: null,
  evidence: "evidence",
  elsewhere: "elsewhere",
  noRule: "noRule",
};

/**
 * What a run does about everything that is due about one person, an answer for each item in their order. One item that
 * reaches the whole person takes the others with it: the shortest promise wins. `anonymise` deletes as well, for a name
 * taken away leaves a row that can be told from all others (law.md RT-4); what stays is the number in the certificate.
 */
export function planFor(
  document: PolicyDocument,
  standing: Standing,
  items: readonly Due[],
): readonly Plan[] {
  const goes = standing.suspendedBy === null && items.some((item) => erases(document, standing, item));
  return items.map((item): Plan => {
    const reach = itsReach(document, item);
    if (reach === "evidence") return { whole: false, kept: "evidence" };
    if (goes) return { whole: true, kept: null };
    if (item.action === "review") return { whole: false, kept: "review" };
    return { whole: false, kept: standing.suspendedBy ?? keptByReach[reach] };
  });
}

/**
 * What became of a rule since an earlier version, so that a day which was set by then may be another promise's.
 * `otherTrigger`: it counted from something else. `nothingLeft`: fields or purposes named it, and none does any more, which
 * is no promise that everything goes with it.
 */
export type RuleChange = "otherTrigger" | "nothingLeft";

function asBefore(earlier: readonly PolicyDocument[], ruleKey: string): readonly RetentionRule[] {
  return earlier.flatMap(({ retentionRules }) => retentionRules.filter(({ key }) => key === ruleKey));
}

/** What became of each rule of a policy that is another than it was, by its key. */
export function changedRules(
  document: PolicyDocument,
  earlier: readonly PolicyDocument[],
): ReadonlyMap<string, RuleChange> {
  const changeOf = (rule: RetentionRule): RuleChange | null => {
    if (reachesEverything(document, rule) && earlier.some((before) => isNamed(before, rule.key)))
      return "nothingLeft";
    return asBefore(earlier, rule.key).some(({ trigger }) => trigger !== rule.trigger)
      ? "otherTrigger"
      : null;
  };
  return new Map(
    document.retentionRules.flatMap((rule) => {
      const change = changeOf(rule);
      return change === null ? [] : [[rule.key, change] as const];
    }),
  );
}

/** Rules whose period was longer in an earlier version: what was promised since is shorter, and counts (law.md RT-1). */
export function shortenedRules(
  document: PolicyDocument,
  earlier: readonly PolicyDocument[],
): readonly Pick<RetentionRule, "key" | "period">[] {
  // What counted from another day keeps the day it was set for: the shorter period was never promised from that one.
  const changed = changedRules(document, earlier);
  return document.retentionRules.filter(
    ({ key, period }) =>
      !changed.has(key) && asBefore(earlier, key).some((before) => before.period !== period),
  );
}

/** The most people a run takes without being asked twice: 500, or 2 % of the panel where that is more. */
export function cap(ofPanel: number): number {
  return Math.max(500, Math.floor(ofPanel / 50));
}

/** Whether a run of so many people needs the number typed by whoever approves it. */
export function needsNumber(people: number, ofPanel: number): boolean {
  return people > cap(ofPanel);
}

/**
 * What is done of what was approved, as things stand now: never more than the second person saw. Who is a member again,
 * or is held by now, stays; so does what was to stay in the preview, until the next run.
 */
export function atMost(approved: Plan, now: Plan): Plan {
  if (now.kept !== null || approved.kept === null) {
    if (approved.whole && now.kept === null && !now.whole) return { whole: false, kept: "membership" };
    return { whole: now.whole && approved.whole, kept: now.kept };
  }
  return approved;
}
