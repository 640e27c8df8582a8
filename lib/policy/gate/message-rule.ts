// A message goes out only for a known purpose, on a channel the panel offers, as a kind the purpose allows, after a
// person read it, confirmed what it is and approved it (law.md PE-1 to PE-6, 3.3; UK GDPR 5(1)(b)).
import { pass, refuse, type Finding, type Rule } from "./finding";
import type { MessageKind } from "../vocabulary";

/** From the freest kind to the most protected; a purpose never carries a harder kind than its own. */
export const hardness: Readonly<Record<MessageKind, number>> = {
  rightsReply: 0,
  service: 1,
  research: 2,
  directMarketing: 3,
};

const byContent = "UK GDPR 4(1)(15A), 5(1)(b); PECR reg 2(1)";

export const messageRule: Rule = ({ request, purpose, hardened }): Finding => {
  if (purpose.key !== request.purposeKey) return refuse("purpose.unknown", "UK GDPR 5(1)(b)");
  if (!purpose.channels.includes(request.channel))
    return refuse("channel.notOffered", "UK GDPR 5(1)(a), 5(1)(b)");
  if (purpose.messageKind === null || hardness[request.kind] > hardness[purpose.messageKind]) {
    return refuse(hardened ? "message.promotional" : "message.wrongKind", byContent);
  }
  if (!request.contentReviewed) return refuse("message.notReviewed", "UK GDPR 5(2); PECR reg 2(1)");
  if (request.unapproved === true) return refuse("message.notApproved", "UK GDPR 5(2), 24");
  return request.unnecessary === true ? refuse("message.unnecessary", "UK GDPR 5(1)(b), 6(1)") : pass();
};
