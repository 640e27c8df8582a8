// Promotion needs what PECR asks for on each channel, whatever the lawful basis; a soft opt-in has conditions, and a
// regulator's wish is none (PECR regs 19, 22; UK GDPR 6(11)(a); law.md LB-12, PE-1, PE-5, PE-8, PE-9, CN-7, RG-1).
import { channelLaw } from "../channel-law";
import { settles } from "../debated";
import type { PolicyDocument, Purpose } from "../document";
import type { ActivityKind } from "../vocabulary";
import { refusal, warning, when, type LintFinding } from "./finding";

/** What no sale licenses: a tenancy is no reason to promote the panel. */
const panelActivities: readonly ActivityKind[] = [
  "focusGroup",
  "webinar",
  "survey",
  "panelMeeting",
  "environmentalActivity",
  "learningExercise",
];

function softOptInFindings(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  const path = `purposes.${purpose.key}.softOptIn`;
  const mode = purpose.softOptIn ?? "none";
  const { charity, charityNumber } = document.organisation;
  return [
    ...when(
      mode !== "none" && purpose.messageKind !== "directMarketing",
      refusal("PE-8", path, "A soft opt-in is about direct marketing. This purpose sends none."),
    ),
    ...when(
      mode === "sale" && purpose.activityKinds.some((kind) => panelActivities.includes(kind)),
      refusal("PE-8", path, "A sale licenses news of similar products, never the promotion of the panel."),
    ),
    ...when(
      mode === "charity" && !charity,
      refusal("PE-9", path, "Only a charity may use this soft opt-in (PECR reg 22(3A))."),
    ),
    ...when(
      mode === "charity" && charity && charityNumber === undefined && !settles(document, "exemptCharity"),
      refusal(
        "PE-9",
        path,
        "Give the charity's number, or have the data protection officer confirm that it is an exempt charity.",
      ),
    ),
  ];
}

function pecrFindings(purpose: Purpose): readonly LintFinding[] {
  const path = `purposes.${purpose.key}.ask`;
  const unasked = purpose.channels.filter((channel) => purpose.ask?.[channel] === undefined);
  const electronic = (purpose.softOptIn ?? "none") === "none";
  const mail = purpose.channels.some((channel) => channelLaw[channel].class === "electronicMail");
  return [
    ...when(
      electronic && unasked.some((channel) => channelLaw[channel].class === "electronicMail"),
      refusal(
        "LB-12",
        path,
        "Marketing by e-mail, text or any electronic message needs a yes, or a soft opt-in (PECR reg 22). Add the question for each of these channels.",
      ),
    ),
    ...when(
      unasked.some((channel) => channelLaw[channel].class === "automatedCall"),
      refusal("3.2", path, "Recorded calls need a yes of their own (PECR reg 19). Add the question."),
    ),
    ...when(
      electronic && mail && unasked.length === 0,
      warning(
        "LB-12",
        `purposes.${purpose.key}.lawfulBasis`,
        "Where PECR asks for a yes, consent should be the lawful basis too. Tell the people that a yes is what counts.",
      ),
    ),
  ];
}

function directMarketing(purpose: Purpose, document: PolicyDocument): readonly LintFinding[] {
  const basis = purpose.lawfulBasis;
  const path = `purposes.${purpose.key}.lawfulBasis`;
  return [
    ...when(
      basis !== "consent" && basis !== "legitimateInterests",
      refusal(
        "PE-1",
        path,
        basis === "legalObligation"
          ? "That a regulator wants it makes no promotion lawful (RG-1). Use consent or legitimate interests."
          : "Direct marketing rests on consent or on legitimate interests, on nothing else.",
      ),
    ),
    ...(basis === "legitimateInterests" ? pecrFindings(purpose) : []),
    ...when(
      document.membership.minimumAge < 18 && !settles(document, "marketingToUnder18"),
      warning("CN-7", `purposes.${purpose.key}`, "Members under 18 get none of this."),
    ),
  ];
}

/** A public authority's newsletter is neutral, or signed off as necessary for its task. */
function newsletterFindings(purpose: Purpose): readonly LintFinding[] {
  return when(
    purpose.messageKind !== "directMarketing" &&
      purpose.lawfulBasis === "publicTask" &&
      purpose.activityKinds.includes("newsletter") &&
      purpose.publicTaskSignOff === undefined,
    refusal(
      "PE-5",
      `purposes.${purpose.key}.publicTaskSignOff`,
      "A newsletter that is no direct marketing must be necessary for the task. The data protection officer signs that off.",
    ),
  );
}

export function marketingFindings(document: PolicyDocument): readonly LintFinding[] {
  return document.purposes.flatMap((purpose) => [
    ...softOptInFindings(purpose, document),
    ...(purpose.messageKind === "directMarketing" ? directMarketing(purpose, document) : []),
    ...newsletterFindings(purpose),
  ]);
}
