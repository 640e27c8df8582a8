// A person's own stop for everything, or for all promotion, binds until they say otherwise: a later yes of theirs, by their
// own press, to one purpose and one way of contact ends it for exactly that and leaves it standing for the rest (UK GDPR
// 4(1)(11), 7, 21(3); PECR reg 22(2); law.md PE-12, I3; docs/decisions/0014-do-not-contact.md).
import { hardness } from "./message-rule";
import type { ConsentFact, GateRequest, SuppressionFact } from "./types";
import type { Channel } from "../vocabulary";

type Message = Pick<GateRequest, "kind" | "purposeKey" | "channel">;

/**
 * Whether something is suppressed for this message. A "no" to one kind leaves freer kinds alone and reaches harder ones, so
 * that no message gets through by being called more than it is (law.md 3.3 S(k, ch), I4).
 */
export function reaches({ purposeKey, channel, messageKind }: SuppressionFact, message: Message): boolean {
  return (
    (purposeKey === null || purposeKey === message.purposeKey) &&
    (channel === null || channel === message.channel) &&
    (messageKind === null || messageKind === undefined || hardness[message.kind] >= hardness[messageKind])
  );
}

/** Whether the person pressed yes themselves to this very purpose and channel, after an instant, with proof of it. */
function saidYesAfter(
  since: number,
  consents: readonly ConsentFact[],
  purposeKey: string,
  channel: Channel,
): boolean {
  return consents.some(
    (fact) =>
      fact.decision === "given" &&
      fact.evidenced &&
      (fact.method === "web" || fact.method === "link") &&
      fact.purposeKey === purposeKey &&
      fact.channel === channel &&
      Math.min(fact.effectiveAt, fact.recordedAt) > since,
  );
}

/** Whether a stop no longer binds a message to which the person's yes stands: only their own, and only a broad one. */
export function isOutlived(
  { own, purposeKey, recordedAt }: SuppressionFact,
  message: Message,
  consents: readonly ConsentFact[],
): boolean {
  if (own !== true || purposeKey !== null) return false;
  return saidYesAfter(recordedAt, consents, message.purposeKey, message.channel);
}
