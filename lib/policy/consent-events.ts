// What happened to consents is only ever added to; where a person stands is the last of it by when it took effect, and a
// "no" that was typed in late shows what went out in between (UK GDPR 7; law.md CN-6; W3C DPV).
import type { ConsentState } from "./consent-standing";
import type { ConsentFact } from "./gate/types";

/** The names of the Data Privacy Vocabulary, for receipts and exports. */
export type DpvState =
  | "ConsentRequested"
  | "ConsentRefused"
  | "ConsentGiven"
  | "RenewedConsentGiven"
  | "ConsentWithdrawn"
  | "ConsentRevoked"
  | "ConsentExpired"
  | "ConsentInvalidated"
  | "ConsentUnknown";

export type StateToName = {
  readonly state: ConsentState;
  /** It was asked; without that nothing is known. */
  readonly asked: boolean;
  readonly givenBefore: boolean;
  /** Ended by the controller and not by the person. */
  readonly endedByController: boolean;
};

function nameOfYes({ givenBefore, endedByController }: StateToName): DpvState {
  if (endedByController) return "ConsentRevoked";
  return givenBefore ? "RenewedConsentGiven" : "ConsentGiven";
}

/** The DPV name of a state. */
export function dpvState(named: StateToName): DpvState {
  switch (named.state) {
    case "given":
      return nameOfYes(named);
    case "refused":
      return "ConsentRefused";
    case "withdrawn":
    case "objected":
      return "ConsentWithdrawn";
    case "expired":
      return "ConsentExpired";
    case "unverified":
      return "ConsentInvalidated";
    case "none":
      return named.asked ? "ConsentRequested" : "ConsentUnknown";
  }
}

export type Sent = { readonly id: string; readonly purposeKey: string; readonly sentAt: number };

/** What was sent between the moment a "no" took effect and the moment it was recorded: to be looked at, never hidden. */
export function sentInTheGap<T extends Sent>(
  no: Pick<ConsentFact, "purposeKey" | "effectiveAt" | "recordedAt">,
  sent: readonly T[],
): readonly T[] {
  return sent.filter(
    ({ purposeKey, sentAt }) =>
      purposeKey === no.purposeKey && sentAt >= no.effectiveAt && sentAt <= no.recordedAt,
  );
}
