// What a new version begins that members must be told first, and which consents were given for something else
// (UK GDPR 13(3), 14(4); law.md TR-3, CN-4).
import { diffPolicies, uncoveredConsents, type PolicyChange, type UncoveredConsent } from "./diff";
import type { PolicyDocument } from "./document";
import type { NewProcessing } from "./notice-cover";

/** Material, yet no new use: who gets data and how long it is kept are held at the recipient, or told and then so. */
const noNewUse: readonly PolicyChange["kind"][] = ["recipient", "transfer", "retention"];

function keysAt(list: "purposes" | "recipients", changes: readonly PolicyChange[]): readonly string[] {
  const keys = changes.flatMap(({ path }) => {
    const [part, key] = path.split(".");
    return part === list && key !== undefined ? [key] : [];
  });
  return [...new Set(keys)];
}

/** Another controller is another use of everything. */
function hasOtherController(changes: readonly PolicyChange[]): boolean {
  return changes.some(({ path, material }) => material && path.startsWith("organisation."));
}

/** Changes of mere words after which somebody must say whether a consent still counts. */
export function consentsToJudge(before: PolicyDocument, after: PolicyDocument): readonly UncoveredConsent[] {
  return uncoveredConsents(before, after).filter(({ effect }) => effect === "check");
}

/**
 * What the new document brings. `keptConsents`: purposes of which only the words changed, and whose consents the submitter
 * judged to count still; without that judgement they do not.
 */
export function newProcessing(
  before: PolicyDocument,
  after: PolicyDocument,
  keptConsents: readonly string[],
): NewProcessing {
  const told = diffPolicies(before, after).filter(({ material }) => material);
  const newUses = told.filter(({ kind }) => !noNewUse.includes(kind));
  return {
    purposes: hasOtherController(told) ? after.purposes.map(({ key }) => key) : keysAt("purposes", newUses),
    recipients: keysAt("recipients", told),
    consents: uncoveredConsents(before, after)
      .filter(({ effect, purposeKey }) => effect === "gone" || !keptConsents.includes(purposeKey))
      .map(({ purposeKey }) => purposeKey),
  };
}
