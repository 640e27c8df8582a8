// A permission names what it rests on: the lawful basis, and what PECR says about the channel.
import type { Situation } from "./finding";
import { joinedCitation, runsWhatTheyJoined } from "./joined";
import { callsWelcome } from "./permission-rule";
import { channelLaw } from "../channel-law";
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

function electronicGround({ request, facts, purpose, standing }: Situation): string {
  if (standing.state === "given") return "PECR reg 22(2)";
  if (request.channel === "email" && facts.address?.subscriber === "corporate") return "PECR reg 22(1), 23";
  return purpose.softOptIn === "charity" ? "PECR reg 22(3A)" : "PECR reg 22(3)";
}

function pecrGround(situation: Situation): string | null {
  const { request, facts, standing, at } = situation;
  if (request.kind !== "directMarketing") return null;
  switch (channelLaw[request.channel].class) {
    case "electronicMail":
      return electronicGround(situation);
    case "automatedCall":
      return "PECR reg 19";
    case "liveCall":
      return standing.state === "given" || callsWelcome(facts.callOverride, at)
        ? "PECR reg 21(4)"
        : "PECR reg 21(1), 26";
    case "none":
      return null;
  }
}

/** A leaflet to every home is directed to nobody and uses no personal data (law.md 3.3). */
export const everyHomeCitation = "UK GDPR 4(1)(1), 4(1)(15A)";

export function permitCitation(situation: Situation): string {
  if (runsWhatTheyJoined(situation.request)) return joinedCitation;
  const ground = pecrGround(situation);
  const basis = basisCitation[situation.purpose.lawfulBasis];
  return ground === null ? basis : `${basis}; ${ground}`;
}
