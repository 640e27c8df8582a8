import { londonDate } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { LedgerEvent } from "@/lib/ledger/event";
import { addPeriod, endOfDay } from "@/lib/policy/civil";
import type { CaptureMethod, Channel, ConsentDecision } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { LockedFacts } from "./lock-facts";
import { wordingHash } from "./wording-hash";

/** One decision about one purpose and channel (null: every channel), with the exact words the person saw. */
export type Choice = {
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: ConsentDecision;
  readonly wording: string;
  /** The id of its record, where something else names it already; absent: a new one. */
  readonly id?: string;
};

export type DecisionsToRecord = {
  readonly panel: PanelView;
  readonly member: { readonly id: string; readonly subjectRef: string };
  readonly choices: readonly Choice[];
  readonly method: CaptureMethod;
  /** The notice the person was shown with these words, if one was. */
  readonly noticeShownId: string | null;
  /** When the person decided; now unless the decision came on paper or before confirming. */
  readonly effectiveAt?: Date;
  /**
   * The address the "no" came from, when it came by a link in a message: it is suppressed for everyone who shares it
   * (law.md PE-13). Otherwise only a marketing "no" reaches the address.
   */
  readonly fromContactPointId?: string;
  /** The member's facts, when this transaction has locked and read them already (`lockFacts`). */
  readonly locked?: LockedFacts;
  /** The version of the words that were read out (law.md CN-9). */
  readonly scriptVersion?: string;
  /** Where its proof is found, sealed under the member's key (lib/ledger/keyring/seal.ts). */
  readonly evidenceSealed?: string;
  /** Further events of the same act; they stand before the decisions in the ledger. */
  readonly events?: readonly LedgerEvent[];
};

/** A decision with all that its record says. */
export type Decision = Choice & {
  readonly id: string;
  readonly effectiveAt: Date;
  readonly validUntil: Date | null;
  readonly lawfulBasis: string;
  readonly wordingHash: string;
};

/** The first instant at which a consent given now no longer counts (law.md CN-4). */
function consentEnd(panel: PanelView, from: Date): Date | null {
  const lastDay = addPeriod(londonDate(from), panel.document.consentLife);
  const end = lastDay === null ? null : endOfDay(lastDay);
  return end === null ? null : new Date(end);
}

/** The choices as decisions recorded at `at`. Throws for a purpose that the policy does not have. */
export function decisionsOf(
  { panel, choices, effectiveAt }: DecisionsToRecord,
  at: Date,
): readonly Decision[] {
  return choices.map((choice) => {
    const purpose = panel.document.purposes.find(({ key }) => key === choice.purposeKey);
    if (purpose === undefined) throw new Error(`Unknown purpose ${choice.purposeKey}`);
    const from = effectiveAt ?? at;
    return {
      ...choice,
      id: choice.id ?? newId(at),
      effectiveAt: from,
      validUntil: choice.decision === "given" ? consentEnd(panel, from) : null,
      lawfulBasis: purpose.lawfulBasis,
      wordingHash: wordingHash(choice.wording),
    };
  });
}

/** What the ledger says about a decision. */
export function decisionEvent(input: DecisionsToRecord, decision: Decision): LedgerEvent {
  const { validUntil } = decision;
  return {
    eventType: `consent.${decision.decision}`,
    panelId: input.panel.id,
    subjectRef: input.member.subjectRef,
    purposeKey: decision.purposeKey,
    ...(decision.channel === null ? {} : { channel: decision.channel }),
    effectiveAt: decision.effectiveAt,
    data: {
      consentRecordId: decision.id,
      wordingHash: decision.wordingHash,
      policyVersionId: input.panel.policyVersionId,
      lawfulBasis: decision.lawfulBasis,
      method: input.method,
      ...(input.noticeShownId === null
        ? {}
        : { noticeShownId: input.noticeShownId, privacyNoticeId: input.panel.privacyNoticeId }),
      ...(input.scriptVersion === undefined ? {} : { scriptVersion: input.scriptVersion }),
      ...(input.evidenceSealed === undefined ? {} : { evidenceSealed: input.evidenceSealed }),
      ...(validUntil === null ? {} : { validUntil: validUntil.toISOString() }),
    },
  };
}
