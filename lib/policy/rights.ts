// Which right applies follows from the lawful basis; saying more than that misleads (UK GDPR 13(2)(b), 15-22D;
// law.md 1, matrix). "No" means that the right is not unconditional: a request is still logged and answered.
import type { LawfulBasis, MessageKind } from "./vocabulary";

export const rights = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "object",
  "objectToMarketing",
  "objectToResearch",
  "withdraw",
  "humanDecision",
] as const;
export type Right = (typeof rights)[number];

export type RightApplies = "yes" | "no" | "conditional";

export type RightFor = { readonly right: Right; readonly applies: RightApplies; readonly citation: string };

type Row = readonly [Record<LawfulBasis, RightApplies>, string];

const y = "yes";
const n = "no";
const c = "conditional";

/** One row a right, in the columns of law.md 1. */
function row(
  cells: readonly [
    RightApplies,
    RightApplies,
    RightApplies,
    RightApplies,
    RightApplies,
    RightApplies,
    RightApplies,
  ],
  citation: string,
): Row {
  const [consent, contract, legalObligation, vitalInterests, publicTask, recognised, legitimateInterests] =
    cells;
  return [
    {
      consent,
      contract,
      legalObligation,
      vitalInterests,
      publicTask,
      recognisedLegitimateInterest: recognised,
      legitimateInterests,
    },
    citation,
  ];
}

const matrix: Readonly<Record<Right, Row>> = {
  access: row([y, y, y, y, y, y, y], "UK GDPR 15"),
  rectification: row([y, y, y, y, y, y, y], "UK GDPR 16"),
  erasure: row([y, c, n, y, c, y, y], "UK GDPR 17"),
  restriction: row([y, y, y, y, y, y, y], "UK GDPR 18"),
  portability: row([y, y, n, n, n, n, n], "UK GDPR 20"),
  object: row([n, n, n, n, y, y, y], "UK GDPR 21(1)"),
  objectToMarketing: row([y, y, y, y, y, y, y], "UK GDPR 21(2)"),
  objectToResearch: row([c, c, c, c, c, y, y], "UK GDPR 21(6)"),
  withdraw: row([y, n, n, n, n, n, n], "UK GDPR 7(3)"),
  humanDecision: row([y, y, y, y, y, y, y], "UK GDPR 22A-22D"),
};

/** Rights that only some kinds of message bring into play. */
const kindOf: Partial<Readonly<Record<Right, MessageKind>>> = {
  objectToMarketing: "directMarketing",
  objectToResearch: "research",
};

/** Every right that a basis and a kind of message bring into play, and whether it applies. */
export function rightsFor(basis: LawfulBasis, kind: MessageKind | null): readonly RightFor[] {
  return rights
    .filter((right) => kindOf[right] === undefined || kindOf[right] === kind)
    .map((right) => {
      const [applies, citation] = matrix[right];
      return { right, applies: applies[basis], citation };
    });
}

/** Whether one right applies to a basis, whatever the kind of message. */
export function rightApplies(right: Right, basis: LawfulBasis): RightApplies {
  return matrix[right][0][basis];
}
