// What a person decided, as it counts on their own pages and for what they decide next: as the gate reads it.
import type { MemberFacts } from "./contact-permission";
import { standingDecisions } from "./gate/objection-outcome";
import type { ConsentFact } from "./gate/types";
import { consentsCovered, type PolicyInForce } from "./notice-cover";

/**
 * The decisions that count at an instant (epoch ms): a "yes" only for what it was given for, and no objection that was
 * overridden with reasons (UK GDPR 21(1)). So who was overridden sees that it goes on, and may object again.
 */
export function standingConsents(
  document: PolicyInForce,
  { consents, objectionOutcomes }: Pick<MemberFacts, "consents" | "objectionOutcomes">,
  at: number,
): readonly ConsentFact[] {
  const covered = consentsCovered(document, consents);
  if (objectionOutcomes === undefined || objectionOutcomes.length === 0) return covered;
  return document.purposes.reduce(
    (standing, purpose) =>
      standingDecisions(
        { consents: standing, objectionOutcomes },
        purpose,
        purpose.messageKind ?? "service",
        at,
      ),
    covered,
  );
}
