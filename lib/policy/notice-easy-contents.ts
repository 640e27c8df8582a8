// Easy Read: who we are, what we know, why, who else sees it and until when (UK GDPR 13(1), 13(2)(a), 14(2)(f)).
import type { Field, PolicyDocument, Purpose, Recipient } from "./document";
import type { NoticeSection } from "./notice-section";
import { sentencesOf } from "./sentences";
import type { LawfulBasis } from "./vocabulary";

/** The reason of the law, in one short sentence. */
const reasons: Readonly<Record<LawfulBasis, string>> = {
  consent: "We only do this if you say yes.",
  contract: "We do this because of our agreement with you.",
  legalObligation: "The law says we must do this.",
  vitalInterests: "We do this to save someone's life.",
  publicTask: "The law gives us this job.",
  recognisedLegitimateInterest: "The law says this is a good reason.",
  legitimateInterests: "We have a fair reason to do this. We checked that it is fair to you.",
};

const sources: Readonly<Record<Field["source"], string>> = {
  resident: "You tell us.",
  housingSystem: "It is in our housing records.",
  observed: "We see it when you take part.",
  staff: "Our staff write it down.",
};

function full(words: string): string {
  return /[.!?]$/u.test(words) ? words : `${words}.`;
}

function purposeLine({ name, why, lawfulBasis, legalSource, interest, stopping }: Purpose): string {
  return [
    full(name),
    why,
    reasons[lawfulBasis],
    legalSource === undefined ? "" : `The law is called: ${full(legalSource)}`,
    interest === undefined ? "" : `Our reason is: ${full(interest)}`,
    `If you want it to stop: ${full(stopping)}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

const whyPrivate: Readonly<Record<NonNullable<Field["art9Condition"] | Field["art10Condition"]>, string>> = {
  explicitConsent: "We only keep it if you say yes.",
  consentPara29: "We only keep it if you say yes.",
  substantialPublicInterestPara6: "We use it to be fair to everyone.",
  substantialPublicInterestPara8: "We use it to be fair to everyone.",
  substantialPublicInterestPara18: "We use it to keep people safe.",
  safeguardingPara18: "We use it to keep people safe.",
  officialAuthority: "The law gives us this task.",
};

function fieldLine({ label, source, art9Condition, art10Condition }: Field): string {
  const condition = art9Condition ?? art10Condition;
  const sensitive =
    condition === undefined ? [] : ["This is private. The law protects it more.", whyPrivate[condition]];
  return [full(label), sources[source], ...sensitive].join(" ");
}

function recipientLine({ name, role, whatFor, where, transfer }: Recipient): string {
  const may = role === "processor" ? "They may only do what we say." : "They decide how to use them.";
  const safe = transfer === undefined ? "" : " The law has rules to keep your details safe there.";
  return `${full(name)} ${full(whatFor)} ${may} They are here: ${full(where)}${safe}`;
}

function whoWeAre({ organisation }: PolicyDocument): NoticeSection {
  return {
    id: "who-we-are",
    heading: "Who looks after my details?",
    paragraphs: [
      `${organisation.legalName} looks after your details.`,
      "One person checks that we keep to the law. This is our data protection officer.",
    ].flatMap(sentencesOf),
    list: [
      `Phone us: ${organisation.contactPhone}`,
      `E-mail us: ${organisation.contactEmail}`,
      `Write to us: ${organisation.postalAddress}`,
      `E-mail our data protection officer: ${organisation.dpoEmail}`,
    ],
  };
}

function whoElse({ recipients }: PolicyDocument): readonly NoticeSection[] {
  const none = recipients.length === 0;
  const abroad = recipients.filter(({ transfer }) => transfer !== undefined).map(({ name }) => name);
  return [
    {
      id: "who-else",
      heading: "Who else sees my details?",
      paragraphs: [
        none ? "Nobody outside our organisation." : "Only these. They only see what they need.",
        "Sometimes the law makes us tell others. This can be a court or the police. It can be to keep someone safe.",
      ].flatMap(sentencesOf),
      ...(none ? {} : { list: recipients.map(recipientLine) }),
    },
    {
      id: "outside-the-uk",
      heading: "Do my details leave the UK?",
      paragraphs:
        abroad.length === 0
          ? ["No.", "Your details stay in the UK."]
          : [
              "Yes, some do.",
              `These work outside the UK: ${abroad.join(", ")}.`,
              "Ask us how we keep them safe.",
            ],
    },
  ];
}

/** The parts that say what is done, in the order of the standard notice. */
export function easyContents(document: PolicyDocument): readonly NoticeSection[] {
  const { purposes, fields, retentionRules } = document;
  return [
    whoWeAre(document),
    {
      id: "why",
      heading: "Why do you use my details?",
      paragraphs: ["We need a good reason for each thing.", "These are our reasons."],
      list: purposes.map(purposeLine),
    },
    {
      id: "what-we-hold",
      heading: "What do you know about me?",
      paragraphs: ["We only keep what we need."],
      list: fields.map(fieldLine),
    },
    ...whoElse(document),
    {
      id: "how-long",
      heading: "How long do you keep my details?",
      paragraphs: [
        "We do not keep them for ever.",
        "If two of these are about you, the earlier day counts.",
        "If you say stop, we keep a short note of your address.",
        "Then we do not write to you by mistake.",
      ],
      list: retentionRules.map(({ what, sourceText }) => `${full(what)} ${full(sourceText)}`),
    },
  ];
}
