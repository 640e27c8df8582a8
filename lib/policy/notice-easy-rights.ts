// Easy Read: saying stop, changing one's mind, asking and complaining. What applies follows from the bases that the panel
// really uses (UK GDPR 13(2)(b)-(f), 21(4); DPA 2018 ss.164A, 165; law.md LB-7, RR-12).
import type { PolicyDocument, Purpose } from "./document";
import { complainToRegulator } from "./notice-rights";
import { startOfDay } from "./civil";
import type { NoticeSection } from "./notice-section";
import { rightApplies, type Right } from "./rights";
import { sentencesOf } from "./sentences";
import type { CivilDate } from "./vocabulary";

const asks: readonly (readonly [Right, string])[] = [
  ["access", "Ask us what we know about you. We give you a copy."],
  ["rectification", "Tell us if something is wrong. We put it right."],
  ["erasure", "Ask us to delete your details."],
  ["restriction", "Ask us to keep your details but not use them."],
  ["portability", "Ask for a file of what you told us. You can take it to someone else."],
  ["humanDecision", "If a computer decides about you, ask a person to decide again."],
];

const names = (purposes: readonly Purpose[]) => purposes.map(({ name }) => name).join("; ");

function objecting({ purposes }: PolicyDocument): NoticeSection {
  const marketing = purposes.filter(({ messageKind }) => messageKind === "directMarketing");
  const others = purposes.filter(({ lawfulBasis }) => rightApplies("object", lawfulBasis) === "yes");
  return {
    id: "your-right-to-object",
    heading: "Can I say stop?",
    paragraphs: ["Yes.", "You can tell us to stop.", "You can phone, write, or press stop in a message."],
    list: [
      ...(marketing.length === 0
        ? []
        : [`${names(marketing)}. When you say stop, we always stop. You do not need a reason.`]),
      ...(others.length === 0
        ? []
        : [
            `${names(others)}. When you say stop, we stop and look at it. We only go on if the law lets us. Then we tell you why.`,
          ]),
    ],
  };
}

function changingYourMind({ purposes, organisation }: PolicyDocument): NoticeSection {
  const consented = purposes.filter(({ lawfulBasis }) => lawfulBasis === "consent");
  return {
    id: "changing-your-mind",
    heading: "Can I change my mind?",
    paragraphs: [
      "Yes, at any time.",
      "It is as easy as saying yes.",
      "Nothing else changes for you.",
      `You can phone us on ${organisation.contactPhone}.`,
      `You can e-mail ${organisation.contactEmail}.`,
    ],
    list: consented.map(({ name }) => `${name}. We only do this if you say yes.`),
  };
}

function yourRights({ purposes, organisation }: PolicyDocument): NoticeSection {
  const applies = (right: Right) =>
    purposes.filter(({ lawfulBasis }) => rightApplies(right, lawfulBasis) !== "no");
  return {
    id: "your-rights",
    heading: "What can I ask you to do?",
    paragraphs: [
      "You can ask in any way you like.",
      "It is free.",
      "We answer within one month.",
      `Phone ${organisation.contactPhone} or e-mail ${organisation.dpoEmail}.`,
    ],
    list: asks.flatMap(([right, words]) => {
      const covered = applies(right);
      if (covered.length === 0) return [];
      return [covered.length === purposes.length ? words : `${words} This is about: ${names(covered)}.`];
    }),
  };
}

function mustYou({ fields }: PolicyDocument): NoticeSection {
  return {
    id: "must-you",
    heading: "Do I have to tell you things?",
    paragraphs: ["No.", "No law makes you join.", "To join, we need these things.", "The rest is up to you."],
    list: fields.filter(({ required }) => required).map(({ label }) => label),
  };
}

function computers({ automatedDecisions = [] }: PolicyDocument): NoticeSection {
  const heading = "Does a computer decide about me?";
  return automatedDecisions.length === 0
    ? { id: "computers", heading, paragraphs: ["No.", "People decide."] }
    : {
        id: "computers",
        heading,
        paragraphs: ["Yes, these things.", "You can ask a person to decide again."],
        list: automatedDecisions.map(({ what, logic, effect }) => `${what} ${logic} ${effect}`),
      };
}

function complaining({ organisation }: PolicyDocument): NoticeSection {
  return {
    id: "complain-to-us",
    heading: "How do I complain to you?",
    paragraphs: [
      "Tell us if we did something wrong.",
      "We tell you within 30 days that we have your complaint.",
      "Then we look into it. We tell you what we find.",
    ].flatMap(sentencesOf),
    list: [`Phone: ${organisation.contactPhone}`, `E-mail: ${organisation.dpoEmail}`],
  };
}

function regulator(document: PolicyDocument, on: CivilDate | null): NoticeSection {
  const { paragraphs } = complainToRegulator(document, on === null ? null : startOfDay(on));
  return {
    id: "regulator",
    heading: "Who else can I complain to?",
    paragraphs: ["One office checks that everyone keeps to this law.", ...paragraphs.flatMap(sentencesOf)],
  };
}

/** The parts about rights, in the order of the standard notice; which of them a notice needs is for the caller to say. */
export function easyRights(document: PolicyDocument, on: CivilDate | null): readonly NoticeSection[] {
  return [
    objecting(document),
    mustYou(document),
    computers(document),
    yourRights(document),
    changingYourMind(document),
    complaining(document),
    regulator(document, on),
  ];
}
