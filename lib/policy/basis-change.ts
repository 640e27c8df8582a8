// A purpose keeps the lawful basis it was published with: nobody's "no" is answered with another basis
// (UK GDPR 5(1)(a), 6, 7(3), 13(1)(c); law.md LB-1).
import type { ConsentState } from "./consent-standing";
import type { LawfulBasis } from "./vocabulary";

export type BasisChange = {
  readonly from: LawfulBasis;
  readonly to: LawfulBasis;
  /** Where a person stands who would be reached on the new basis. */
  readonly standing: ConsentState;
};

export type BasisChangeAnswer = {
  readonly allowed: boolean;
  /** The data protection officer is told of the attempt. */
  readonly alertDpo: boolean;
  readonly citation: string;
};

const noes: readonly ConsentState[] = ["refused", "withdrawn", "objected"];

/**
 * Whether a person may be reached for the same purpose on another basis. After a "no" never; from consent to another basis
 * never without their yes; any other change needs a new policy version and notice first, and the officer hears of it.
 */
export function mayReachOnOtherBasis({ from, to, standing }: BasisChange): BasisChangeAnswer {
  const citation = "UK GDPR 5(1)(a), 6, 7(3)";
  if (from === to) return { allowed: true, alertDpo: false, citation };
  if (noes.includes(standing) || from === "consent") return { allowed: false, alertDpo: true, citation };
  return { allowed: to !== "consent" || standing === "given", alertDpo: true, citation };
}
