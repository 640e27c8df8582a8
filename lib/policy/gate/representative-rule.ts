// A message goes to somebody else only within the authority they showed, while it lasts (law.md CN-8, 3.3 gate G).
import { pass, refuse, type Finding, type Rule } from "./finding";
import { authorityEnds, representativeMay } from "../representative";

const citation = "UK GDPR 5(1)(f); Mental Capacity Act 2005";

export const representativeRule: Rule = ({ request, facts, purpose, at }): Finding => {
  if (request.toRepresentative !== true) return pass();
  const representative = facts.representative ?? null;
  const answer = representativeMay(representative, purpose.key, at);
  if (answer === "yes") return pass(representative === null ? null : authorityEnds(representative));
  return refuse(`representative.${answer}`, citation);
};
