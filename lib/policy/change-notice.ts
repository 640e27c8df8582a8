// How members are told that something changed: a neutral message that is needed (law.md PE-3, TR-3).
import type { PolicyDocument, Purpose } from "./document";

function weight({ key, lawfulBasis }: Purpose): number {
  if (lawfulBasis === "legalObligation") return 0;
  return key === "membership" ? 1 : 2;
}

/**
 * The purpose under which members are told of a change by e-mail: a duty of the law before anything else, then membership
 * itself. Null when the policy writes no such e-mail: then everyone is told by letter.
 */
export function changeNoticePurpose(document: PolicyDocument): Purpose | null {
  const fit = document.purposes.filter(
    ({ messageKind, channels }) => messageKind === "service" && channels.includes("email"),
  );
  return fit.toSorted((one, other) => weight(one) - weight(other))[0] ?? null;
}
