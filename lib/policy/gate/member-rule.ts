// Only people who are in the panel are approached; who has left, whose data is restricted, or who was not shown the
// notice is not (UK GDPR 5(1)(a), 13, 18(2); law.md 3.3 gate G, RR-10).
import { pass, refuse, type Finding, type Rule } from "./finding";
import type { MessageKind } from "../vocabulary";
import type { GateFacts } from "./types";

function stateFinding(state: GateFacts["member"]["state"], kind: MessageKind): Finding {
  switch (state) {
    case "erased":
      return refuse("member.erased", "UK GDPR 17(1)");
    case "ended":
      return refuse("member.ended", "UK GDPR 5(1)(b), 5(1)(e)");
    case "left":
      return refuse("member.left", "UK GDPR 5(1)(b)");
    case "applicant":
      return kind === "service" ? pass() : refuse("member.notJoined", "UK GDPR 5(1)(b)");
    case "member":
      return pass();
    default:
      return refuse("facts.unreadable", "UK GDPR 5(2)");
  }
}

export const memberRule: Rule = ({ request, facts }): Finding => {
  const { member } = facts;
  const state = stateFinding(member.state, request.kind);
  if (state.code !== null) return state;
  if (member.restricted) return refuse("member.restricted", "UK GDPR 18(2)");
  if (!member.noticeShown) return refuse("member.noticeNotShown", "UK GDPR 13(1), 13(3), 21(4)");
  return pass();
};
