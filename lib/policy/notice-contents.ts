// What the notice says is held, why, for how long and who else gets it: each sentence comes from the policy document
// (UK GDPR 13(1)(c)-(f), 13(2)(a), 14(2)(f)).
import type { Field, PolicyDocument, Purpose, Recipient } from "./document";
import { basisCitation } from "./gate/permit";
import type { NoticeSection } from "./notice-section";
import type { LawfulBasis } from "./vocabulary";

/** The lawful bases in a resident's words. */
export const basisWords: Readonly<Record<LawfulBasis, string>> = {
  consent: "your consent",
  contract: "an agreement with you",
  legalObligation: "a duty that the law gives us",
  vitalInterests: "saving someone's life",
  publicTask: "our public task",
  recognisedLegitimateInterest: "an interest that the law recognises",
  legitimateInterests: "our legitimate interests",
};

const conditionWords: Readonly<Record<NonNullable<Field["art9Condition"]>, string>> = {
  explicitConsent: "only if you expressly say yes (UK GDPR Article 9(2)(a))",
  substantialPublicInterestPara6:
    "as a task under the law that matters to everyone (UK GDPR Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 6)",
  substantialPublicInterestPara8:
    "to check that people are treated equally (UK GDPR Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 8)",
  substantialPublicInterestPara18:
    "to keep someone safe from harm (UK GDPR Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18)",
};

const offenceWords: Readonly<Record<NonNullable<Field["art10Condition"]>, string>> = {
  officialAuthority: "as a public body, in our official task (UK GDPR Article 10)",
  consentPara29:
    "only if you say yes (UK GDPR Article 10; Data Protection Act 2018, Schedule 1, paragraph 29)",
  safeguardingPara18:
    "to keep someone safe from harm (UK GDPR Article 10; Data Protection Act 2018, Schedule 1, paragraph 18)",
};

const sourceWords: Readonly<Record<Field["source"], string>> = {
  resident: "You tell us.",
  housingSystem: "It comes from our housing records.",
  observed: "We see it when you take part.",
  staff: "Our staff write it down.",
};

const transferWords: Readonly<Record<NonNullable<Recipient["transfer"]>, string>> = {
  adequacyRegulations: "the UK has decided by law that your details are well protected there",
  ukUsDataBridge: "the company is on the list of the UK Extension to the EU-US Data Privacy Framework",
  idta: "we signed the UK's international data transfer agreement",
  ukAddendum: "we signed the EU's standard clauses with the UK Addendum",
  // Refused by the linter; here so that a draft can be read.
  euClausesAlone: "we signed the EU's standard clauses, which UK law does not accept alone",
};

function article(basis: LawfulBasis): string {
  return basisCitation[basis].replace("UK GDPR ", "UK GDPR Article ");
}

function purposeLine(purpose: Purpose): string {
  const source = purpose.legalSource === undefined ? "" : `: ${purpose.legalSource}`;
  const interest = purpose.interest === undefined ? "" : ` The interest we pursue: ${purpose.interest}`;
  const other =
    purpose.compatibility === undefined
      ? ""
      : ` Some of these details we first got for another reason: ${purpose.compatibility.collectedFor}`;
  return `${purpose.name}. ${purpose.why} The law's reason is ${basisWords[purpose.lawfulBasis]} (${article(purpose.lawfulBasis)}${source}).${interest}${other} If you want it to stop: ${purpose.stopping}`;
}

export function whyWeUse(document: PolicyDocument): NoticeSection {
  return {
    id: "why",
    heading: "What we use your details for",
    paragraphs: ["For each thing we do, the law asks us for one reason. Here they are."],
    list: document.purposes.map(purposeLine),
  };
}

function fieldLine(field: Field): string {
  const condition =
    field.art9Condition === undefined
      ? ""
      : ` This is sensitive. We use it ${conditionWords[field.art9Condition]}.`;
  const offence =
    field.art10Condition === undefined
      ? ""
      : ` This is about crime. We use it ${offenceWords[field.art10Condition]}.`;
  return `${field.label}. ${sourceWords[field.source]}${condition}${offence}`;
}

export function whatWeHold(document: PolicyDocument): NoticeSection {
  return {
    id: "what-we-hold",
    heading: "What we hold about you",
    paragraphs: ["We hold only what one of the reasons above needs."],
    list: document.fields.map(fieldLine),
  };
}

function sentence(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}

function recipientLine(recipient: Recipient): string {
  const role =
    recipient.role === "processor"
      ? "Works for us and may only do what we say."
      : "Decides for itself how to use them.";
  const transfer =
    recipient.transfer === undefined
      ? ""
      : ` Your details may go there because ${transferWords[recipient.transfer]}.`;
  return `${sentence(recipient.name)} ${recipient.whatFor} ${role} Where: ${recipient.where}.${transfer}`;
}

export function whoElse({ recipients }: PolicyDocument): readonly NoticeSection[] {
  const abroad = recipients.some((recipient) => recipient.transfer !== undefined);
  return [
    {
      id: "who-else",
      heading: "Who else gets your details",
      paragraphs: [
        recipients.length === 0
          ? "Nobody outside our organisation."
          : "Only those named here. Each gets no more than it needs.",
        "Now and then the law makes us hand over details: to a court, to the police, or to keep someone safe. We look at each case on its own.",
      ],
      ...(recipients.length === 0 ? {} : { list: recipients.map(recipientLine) }),
    },
    {
      id: "outside-the-uk",
      heading: "Outside the United Kingdom",
      paragraphs: [
        abroad
          ? "Some of the companies above work outside the UK. For each we say which safeguard of UK law covers it. Ask us and we send you a copy."
          : "Your details do not leave the United Kingdom.",
      ],
    },
  ];
}

export function howLong(document: PolicyDocument): NoticeSection {
  return {
    id: "how-long",
    heading: "How long we keep your details",
    paragraphs: [
      "When more than one of these fits, the earliest day counts.",
      "If you tell us to stop, we keep a short note of your address, only so that we never write to it again by mistake.",
    ],
    list: document.retentionRules.map((rule) => `${rule.what}. ${rule.sourceText}`),
  };
}
