// What the finished message must show: who it is from and how to say no, in the body that goes out and not in a template
// (PECR regs 23, 24; UK GDPR 21(4), 12(1); law.md PE-10, TR-4, 3.3 ID+OUT, 13). While people are chosen there is no body yet.
import { pass, refuse, type Finding, type Rule, type Situation } from "./finding";
import type { RenderedMessage } from "./message-facts";
import { channelLaw } from "../channel-law";

function callFinding(rendered: RenderedMessage, recorded: boolean): Finding {
  if (!rendered.identityShown) return refuse("message.noIdentity", "PECR reg 24");
  if (rendered.callerLineShown !== true) {
    return refuse("message.noCallerLine", "PECR reg 19(2)(b), 21(A1)");
  }
  return recorded && rendered.contactDetailsShown !== true
    ? refuse("message.noContactDetails", "PECR reg 24(1)")
    : pass();
}

function optOutFinding(rendered: RenderedMessage): Finding {
  if (!rendered.optOutOffered) return refuse("message.noOptOut", "PECR reg 22(3)(c), 23; UK GDPR 21(4)");
  return rendered.optOutByReply === true && rendered.senderReplyable !== true
    ? refuse("message.cannotReply", "PECR reg 23")
    : pass();
}

function marketingFinding(rendered: RenderedMessage, { request }: Situation): Finding {
  const { class: law } = channelLaw[request.channel];
  if (law === "liveCall" || law === "automatedCall") return callFinding(rendered, law === "automatedCall");
  if (!rendered.identityShown) return refuse("message.noIdentity", "UK GDPR 13(1)(a); PECR reg 23");
  return request.channel === "visit" ? pass() : optOutFinding(rendered);
}

/** Research that was not agreed to offers a way out too: the panel's own promise (law.md 3.3, research rows). */
function researchFinding(rendered: RenderedMessage, { request, purpose }: Situation): Finding {
  const electronic = channelLaw[request.channel].class === "electronicMail";
  return electronic && purpose.lawfulBasis !== "consent" ? optOutFinding(rendered) : pass();
}

export const bodyRule: Rule = (situation): Finding => {
  const { request, facts } = situation;
  const { rendered } = request;
  if (rendered === undefined) return pass();
  if (rendered === null) return refuse("message.notRendered", "UK GDPR 5(2)");
  const { neededFormat } = facts.member;
  if (neededFormat !== undefined && neededFormat !== (rendered.format ?? "standard")) {
    return refuse("message.wrongFormat", "UK GDPR 12(1); Equality Act 2010 s.20");
  }
  if (request.kind === "directMarketing") return marketingFinding(rendered, situation);
  return request.kind === "research" ? researchFinding(rendered, situation) : pass();
};
