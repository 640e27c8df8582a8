// What the certificate of a disposal run says (decision 21): numbers and references, never anything about a person.
import type { KeptReason } from "./disposal";
import type { RetentionRule } from "./document";

/** What became of the items of one rule. `whole`: with everything about the person. */
export type CertificateLine = {
  readonly rule: string;
  readonly action: RetentionRule["action"];
  readonly outcome: "disposed" | "held" | "failed" | "lapsed";
  readonly whole: boolean;
  readonly heldBy: KeptReason | null;
  readonly items: number;
};

/** People who were erased, of whom a part went, of whom something due stayed, and of whom nothing due was held. */
export type CertificatePeople = {
  readonly erased: number;
  readonly inPart: number;
  readonly kept: number;
  readonly nothing: number;
};

/** Moments are ISO 8601 in UTC; staff are named by their ids. Its SHA-256 (of its RFC 8785 form) is in the ledger. */
export type Certificate = {
  readonly panel: string;
  readonly run: string;
  readonly policyVersion: string;
  readonly asOf: string;
  readonly itemsHash: string;
  readonly simulatedBy: string;
  readonly simulatedAt: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly people: CertificatePeople;
  readonly lines: readonly CertificateLine[];
};
