// Promotion waits until someone is 18, and a child under 13 cannot agree alone (UK GDPR 8(1), 25(1A); law.md CN-7). Absent
// means that the panel's minimum age was checked when the person joined.
import { pass, refuse, type Finding, type Rule } from "./finding";
import { isSettled } from "./settings";

export const ageRule: Rule = ({ request, facts, purpose }): Finding => {
  const { age, parentAgreed } = facts.member;
  if (age === undefined || age.group === "adult") return pass();
  const minor = age.group === "under13" || age.group === "under18";
  const marketing = request.kind === "directMarketing";
  // Someone whose age nobody knows is not promoted to either: they may be a child.
  if (marketing && (age.group === "under13" || !isSettled(facts.settings, "marketingToUnder18"))) {
    return refuse("member.under18", "UK GDPR 25(1A); recital 38", age.until);
  }
  const agreesAlone = age.group !== "under13" || purpose.lawfulBasis !== "consent" || parentAgreed === true;
  if (!agreesAlone) return refuse("member.needsParent", "UK GDPR 8(1)", age.until);
  return pass(minor ? age.until : null);
};
