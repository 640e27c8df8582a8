// A permission names what it rests on: the lawful basis, and what PECR says about the channel.
import type { Situation } from "./finding";
import type { LawfulBasis } from "../vocabulary";

export const basisCitation: Readonly<Record<LawfulBasis, string>> = {
  consent: "UK GDPR 6(1)(a)",
  contract: "UK GDPR 6(1)(b)",
  legalObligation: "UK GDPR 6(1)(c)",
  vitalInterests: "UK GDPR 6(1)(d)",
  publicTask: "UK GDPR 6(1)(e)",
  recognisedLegitimateInterest: "UK GDPR 6(1)(ea)",
  legitimateInterests: "UK GDPR 6(1)(f)",
};

/** Rights replies go out whatever else stands: to the suppressed, the restricted, those who left. */
export const rightsReplyCitation = "UK GDPR 12, 18(2), 34; DPA 2018 s.164A";

function pecrGround({ request, purpose, standing }: Situation): string | null {
  if (request.kind !== "directMarketing" || request.channel === "post") return null;
  if (request.channel === "call") return standing.state === "given" ? "PECR reg 21(4)" : "PECR reg 21(1), 26";
  if (standing.state === "given") return "PECR reg 22(2)";
  return purpose.softOptIn === "charity" ? "PECR reg 22(3A)" : "PECR reg 22(3)";
}

export function permitCitation(situation: Situation): string {
  const ground = pecrGround(situation);
  const basis = basisCitation[situation.purpose.lawfulBasis];
  return ground === null ? basis : `${basis}; ${ground}`;
}
