// Only the controller that the person was told about sends: not its group, not its successor (UK GDPR 5(1)(a), 13(1)(a);
// PECR reg 22(2); law.md 3.3 gate G, CN-4).
import { pass, refuse, type Finding, type Rule } from "./finding";

export const senderRule: Rule = ({ request, facts }): Finding => {
  const { senderKey } = request;
  if (senderKey === undefined || senderKey === facts.organisation.key) return pass();
  return refuse("controller.notSender", "UK GDPR 5(1)(a), 13(1)(a); PECR reg 22(2)");
};
