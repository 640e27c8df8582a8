// A message needs an address that the person showed to be theirs and that still takes mail (UK GDPR 5(1)(d);
// law.md 3.3 gate G, EM-3: a bounce is no opt-out, it makes the address unusable).
import { pass, refuse, type Finding, type Rule } from "./finding";

const accuracy = "UK GDPR 5(1)(d)";

export const addressRule: Rule = ({ facts: { address } }): Finding => {
  if (address === null) return refuse("address.missing", accuracy);
  if (address.bounced) return refuse("address.bounced", accuracy);
  if (!address.verified) return refuse("address.unverified", accuracy);
  return pass();
};
