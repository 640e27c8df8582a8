// What changed between two policy documents, in words; whether members must be told first; and whose yes no longer covers
// what is done (UK GDPR 13(3), 14(4); law.md TR-3, CN-4, LB-9).
import { differing, keyedChanges, minor, same, type PolicyChange } from "./diff/change";
import { fieldList } from "./diff/fields";
import { panelParts } from "./diff/panel";
import { purposeList } from "./diff/purposes";
import { accountabilityList, recipientList, retentionList } from "./diff/register";
import { partWords } from "./diff/words";
import type { PolicyDocument, Purpose } from "./document";
import type { NoticeSection } from "./notice-section";

export type { ChangeKind, PolicyChange } from "./diff/change";

function partChanges(
  before: PolicyDocument,
  after: PolicyDocument,
  part: keyof PolicyDocument,
): readonly PolicyChange[] {
  switch (part) {
    case "purposes":
      return keyedChanges(purposeList(before, after), before.purposes, after.purposes);
    case "fields":
      return keyedChanges(fieldList(before, after), before.fields, after.fields);
    case "recipients":
      return keyedChanges(recipientList, before.recipients, after.recipients);
    case "retentionRules":
      return keyedChanges(retentionList, before.retentionRules, after.retentionRules);
    case "accountability":
      return keyedChanges(accountabilityList, before.accountability, after.accountability);
    default: {
      const described = panelParts[part]?.(before, after, part) ?? [];
      return described.length > 0 ? described : [minor(part, "wording", `changes ${partWords(part)}`)];
    }
  }
}

/**
 * Every change from one document to another, material ones first, each with its place and a sentence. Empty exactly
 * when the documents say the same. Never throws.
 */
export function diffPolicies(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  const changes = differing(before, after).flatMap((part) => partChanges(before, after, part));
  return [...changes.filter((one) => one.material), ...changes.filter((one) => !one.material)];
}

/** Whether members must be told, and shown the new notice, before the new document takes effect. */
export function isMaterial(changes: readonly PolicyChange[]): boolean {
  return changes.some((change) => change.material);
}

export type UncoveredConsent = {
  readonly purposeKey: string;
  /** `gone`: the yes no longer counts. `check`: only words changed; the data protection officer says whether it counts. */
  readonly effect: "gone" | "check";
  readonly because: string;
};

function meaningChange(was: Purpose, is: Purpose): string | null {
  const wider = (part: "activityKinds" | "dataCategories" | "recipients") =>
    is[part].some((one) => !(was[part] as readonly string[]).includes(one));
  if (was.lawfulBasis === "consent" && is.lawfulBasis !== "consent") return "it no longer rests on consent";
  if (was.messageKind !== is.messageKind) return "it sends another kind of message";
  if (wider("activityKinds")) return "it invites to more kinds of activity";
  if (wider("dataCategories")) return "it uses more kinds of detail";
  return wider("recipients") ? "more recipients get the data" : null;
}

function uncovered(before: PolicyDocument, after: PolicyDocument, was: Purpose): UncoveredConsent | null {
  const is = after.purposes.find(({ key }) => key === was.key);
  const gone = (because: string): UncoveredConsent => ({ purposeKey: was.key, effect: "gone", because });
  if (is === undefined) return gone("the purpose ended");
  const [old, now] = [before.organisation, after.organisation];
  if (old.key !== now.key || old.legalName !== now.legalName) return gone("the controller is another one");
  const meaning = meaningChange(was, is);
  if (meaning !== null) return gone(meaning);
  const words =
    was.why !== is.why || was.name !== is.name || !same(was.ask, is.ask) || was.askOnce !== is.askOnce;
  return words
    ? { purposeKey: was.key, effect: "check", because: "the words that people said yes to changed" }
    : null;
}

/**
 * The purposes whose consents do not cover what the new document does: a consent is never stretched to another
 * controller, meaning or recipient. Purposes that are new have no consent at all and are not listed.
 */
export function uncoveredConsents(
  before: PolicyDocument,
  after: PolicyDocument,
): readonly UncoveredConsent[] {
  return before.purposes
    .filter((was) => was.lawfulBasis === "consent" || (was.promisedConsent ?? []).length > 0)
    .flatMap((was) => uncovered(before, after, was) ?? []);
}

/** The part "what changed" of a notice, in a member's words; null when nothing touches them. */
export function whatChanged(before: PolicyDocument, after: PolicyDocument): NoticeSection | null {
  const list = diffPolicies(before, after).flatMap(({ forMembers }) => forMembers ?? []);
  if (list.length === 0) return null;
  return {
    id: "what-changed",
    heading: "What changed",
    paragraphs: ["This is what is new since the version before. You can stop any of it on your page here."],
    list: [...new Set(list)],
  };
}
