import { database } from "@/lib/db/client";
import { now } from "@/lib/clock";
import { decisionInstant } from "@/lib/policy/contact-permission";
import { explain, type RuleFinding } from "@/lib/policy/gate/explain";
import { factsOfRule, type RuleFact } from "@/lib/policy/gate/rule-facts";
import type { GateCode } from "@/lib/policy/gate/types";
import type { Purpose } from "@/lib/policy/document";
import { isPermitted, reasonAt, slotOf } from "@/lib/policy/permission-slots";
import { purposeOf } from "@/lib/policy/purpose";
import type { Channel } from "@/lib/policy/vocabulary";
import { agreementOf, whyOf, type Agreement, type Answered, type StoredAnswer } from "@/lib/policy/why";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { Asked, WhyAnswer } from "./get-why";
import { listRuleEntries, type RuleEntry } from "./list-rule-entries";

/** One rule that was considered: what it found, and what it looked at. */
export type RuleConsidered = RuleFinding & {
  readonly facts: readonly RuleFact[];
  readonly entries: readonly RuleEntry[];
};

/** One message with every rule that it was put to, in order, up to and after the one that decides. */
export type WhyInFull = WhyAnswer & { readonly rules: readonly RuleConsidered[] };

/** What audiences read for the same question, and whether it says the same. */
export type Stored = { readonly code: GateCode; readonly agreement: Agreement };

export type WhyOne = {
  readonly at: Date;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly answers: readonly WhyInFull[];
  readonly stored: Stored | null;
};

async function storedAnswer(panel: PanelView, memberId: string, slot: number): Promise<StoredAnswer | null> {
  const { organisationId } = panel;
  const row = await database().contactPermission.findUnique({
    where: { organisationId_memberId: { organisationId, memberId } },
    select: { permitted: true, reasons: true, validUntil: true, policyNumber: true },
  });
  if (row === null) return null;
  return {
    code: reasonAt(row.reasons, slot),
    permitted: isPermitted(row.permitted, slot),
    validUntil: row.validUntil?.getTime() ?? null,
    policyNumber: row.policyNumber,
  };
}

function inFull(
  { about, decision, change, request, facts }: Answered,
  at: number,
  entriesOf: (rule: RuleFinding["rule"]) => readonly RuleEntry[],
): WhyInFull {
  const rules = explain(request, facts, at).map((finding) => ({
    ...finding,
    facts: factsOfRule(finding.rule, facts, request),
    entries: entriesOf(finding.rule),
  }));
  return { ...decision, about, change, rules };
}

/**
 * For the data protection officer: one purpose on one channel for one member, judged on facts loaded now, with every rule
 * in order. Null where the panel does not offer it or it sends nothing.
 */
export async function getWhyInFull(
  viewer: Viewer,
  member: Asked,
  purposeKey: string,
  channel: Channel,
): Promise<WhyOne | null> {
  authorise(viewer, "consentHistory.read");
  const { panel } = viewer;
  const purpose = purposeOf(panel.document, purposeKey);
  if (purpose === null || !purpose.channels.includes(channel)) return null;
  const at = now();
  const stored = await storedAnswer(panel, member.id, slotOf(purpose.slot, channel));
  const [loaded, entriesOf] = await Promise.all([
    loadMemberFacts(panel.organisationId, [member.id]),
    listRuleEntries(panel, member.subjectRef, { purposeKey, channel }),
  ]);
  const facts = loaded.get(member.id);
  if (facts === undefined) return null;
  const judgedAt = decisionInstant(facts, at.getTime());
  const answered = whyOf(panel.document, purpose, channel, facts, at.getTime());
  const [own] = answered;
  if (own === undefined) return null;
  const answers = answered.map((one) => inFull(one, judgedAt, entriesOf));
  return { at, purpose, channel, answers, stored: compared(stored, own) };

  function compared(kept: StoredAnswer | null, { decision }: Answered): Stored | null {
    if (kept === null) return null;
    const agreement = agreementOf(kept, decision, panel.policyNumber, at.getTime());
    return { code: kept.code, agreement };
  }
}
