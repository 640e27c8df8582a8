// A message goes out only for a known purpose, on a channel the panel offers, as a kind the purpose allows, after a
// person read it and confirmed what it is (law.md PE-1 to PE-4; UK GDPR 5(1)(b)).
import { pass, refuse, type Finding, type Rule } from "./finding";
import type { MessageKind } from "../vocabulary";

/** From the freest kind to the most protected; a purpose never carries a harder kind than its own. */
const hardness: Readonly<Record<MessageKind, number>> = {
  rightsReply: 0,
  service: 1,
  research: 2,
  directMarketing: 3,
};

export const messageRule: Rule = ({ request, purpose }): Finding => {
  if (purpose.key !== request.purposeKey) return refuse("purpose.unknown", "UK GDPR 5(1)(b)");
  if (!purpose.channels.includes(request.channel))
    return refuse("channel.notOffered", "UK GDPR 5(1)(a), 5(1)(b)");
  if (purpose.messageKind === null || hardness[request.kind] > hardness[purpose.messageKind]) {
    return refuse("message.wrongKind", "UK GDPR 4(1)(15A), 5(1)(b); PECR reg 2(1)");
  }
  if (!request.contentReviewed) return refuse("message.notReviewed", "UK GDPR 5(2); PECR reg 2(1)");
  return pass();
};
