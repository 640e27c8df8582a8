// Nobody is visited who asked not to be, or contacted in a way they told us they cannot use (UK GDPR 21(2); Equality Act
// 2010 s.20; law.md 3.3, door-knock and service rows).
import { pass, refuse, type Finding, type Rule } from "./finding";

export const reachRule: Rule = ({ request, facts: { member } }): Finding => {
  if (request.channel === "visit" && member.doNotVisit === true) {
    return refuse("member.doNotVisit", "UK GDPR 21(1)-(3)");
  }
  if (member.unusableChannels?.includes(request.channel) === true) {
    return refuse("channel.notUsable", "UK GDPR 12(1); Equality Act 2010 s.20");
  }
  return pass();
};
