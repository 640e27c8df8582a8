// The rights part of the notice follows from the bases that the panel really uses; the right to object stands alone
// (UK GDPR 13(2)(b)-(f), 21(4), 77 as DPA 2018 s.165; s.164A; law.md TR-1, 12 rows 12, 18, 19).
import { londonDate } from "./civil";
import type { PolicyDocument, Purpose } from "./document";
import type { NoticeSection } from "./notice-section";
import { regulatorOn } from "./regulator";
import { rightApplies, type Right } from "./rights";

const rightWords: Readonly<
  Record<Exclude<Right, "object" | "objectToMarketing" | "objectToResearch" | "withdraw">, string>
> = {
  access: "You can get a copy of what we hold about you.",
  rectification: "You can have wrong details put right and missing ones added.",
  erasure: "You can ask us to delete your details.",
  restriction:
    "You can ask us to keep your details but not use them, for example while we check if they are right.",
  portability: "You can get the details you gave us as a file, to take to someone else.",
  humanDecision:
    "If a computer alone ever decided something that matters to you, you could ask a person to decide again.",
};

function namesOf(purposes: readonly Purpose[]): string {
  return purposes.map(({ name }) => name).join("; ");
}

function rightLine(document: PolicyDocument, right: keyof typeof rightWords): string | null {
  const covered = document.purposes.filter(({ lawfulBasis }) => rightApplies(right, lawfulBasis) !== "no");
  if (covered.length === 0) return null;
  return covered.length === document.purposes.length
    ? rightWords[right]
    : `${rightWords[right]} This is about: ${namesOf(covered)}.`;
}

/** The right to object, apart from everything else (UK GDPR 21(4)). Absent only where no purpose lets anyone object. */
export function objecting(document: PolicyDocument): readonly NoticeSection[] {
  const objectable = document.purposes.filter(
    ({ lawfulBasis }) => rightApplies("object", lawfulBasis) === "yes",
  );
  const marketing = document.purposes.filter(({ messageKind }) => messageKind === "directMarketing");
  if (objectable.length === 0 && marketing.length === 0) return [];
  return [
    {
      id: "your-right-to-object",
      heading: "Your right to object",
      paragraphs: [
        "You can tell us to stop. Use the stop link in any message, your page here, e-mail, phone or post. Any words will do.",
      ],
      list: [
        ...(marketing.length === 0
          ? []
          : [
              `${namesOf(marketing)}: when you say stop, we always stop. You need no reason, and it costs nothing.`,
            ]),
        ...(objectable.length === 0
          ? []
          : [
              `${namesOf(objectable)}: when you object, we stop at once while we look at it. We only go on if we can show a reason so strong that the law lets us, and then we tell you why.`,
            ]),
      ],
    },
  ];
}

export function withdrawing(document: PolicyDocument): readonly NoticeSection[] {
  const consented = document.purposes.filter(({ lawfulBasis }) => lawfulBasis === "consent");
  if (consented.length === 0) return [];
  return [
    {
      id: "changing-your-mind",
      heading: "Changing your mind",
      paragraphs: [
        `These need your yes: ${namesOf(consented)}. You can take your yes back at any time, as easily as you gave it. What we did before stays lawful.`,
        `Do it on your page here, by the stop link in a message, by e-mail to ${document.organisation.contactEmail}, by phone on ${document.organisation.contactPhone} or by post. Nothing else changes for you.`,
      ],
    },
  ];
}

export function yourRights(document: PolicyDocument): NoticeSection {
  const keys = Object.keys(rightWords) as (keyof typeof rightWords)[];
  return {
    id: "your-rights",
    heading: "Your rights",
    paragraphs: [
      `Ask us in any way you like, in any words, for free. We answer within one month. Write to ${document.organisation.dpoEmail}, phone ${document.organisation.contactPhone}, or use your page here.`,
    ],
    list: keys.flatMap((right) => rightLine(document, right) ?? []),
  };
}

export function mustYou(document: PolicyDocument): NoticeSection {
  const required = document.fields.filter((field) => field.required).map(({ label }) => label.toLowerCase());
  return {
    id: "must-you",
    heading: "Do you have to tell us?",
    paragraphs: [
      "No law and no agreement makes you join or tell us anything.",
      `To join we need ${required.join(" and ")}: without them we cannot reach you. Everything else is up to you.`,
    ],
  };
}

/** Decisions by computer alone: none, or each with what it looks at, what follows and who looks again (13(2)(f)). */
export function computers({ automatedDecisions = [] }: PolicyDocument): NoticeSection {
  const none = automatedDecisions.length === 0;
  return {
    id: "computers",
    heading: "Decisions by computers",
    paragraphs: [
      none
        ? "No computer alone decides anything that matters to you. People decide."
        : "A computer alone decides these things. You can say what you think about it, and ask a person to decide again.",
    ],
    ...(none
      ? {}
      : {
          list: automatedDecisions.map(
            ({ what, logic, effect }) => `${what} What it looks at: ${logic} What follows: ${effect}`,
          ),
        }),
  };
}

export function complainToUs({ organisation }: PolicyDocument): NoticeSection {
  return {
    id: "complain-to-us",
    heading: "Complaining to us",
    paragraphs: [
      `If you think we used your details wrongly, you can complain to us. E-mail ${organisation.dpoEmail}, phone ${organisation.contactPhone}, or write to ${organisation.postalAddress}.`,
      "We tell you within 30 days that we have your complaint. Then we look into it, keep you up to date and tell you what came out (Data Protection Act 2018, section 164A).",
    ],
  };
}

/** The regulator in force on a day; the latest known when no day is given. */
export function complainToRegulator(document: PolicyDocument, at: number | null): NoticeSection {
  const inForce = regulatorOn(document, at === null ? null : londonDate(at));
  return {
    id: "regulator",
    heading: "Complaining to the regulator",
    paragraphs:
      inForce === null
        ? ["You can also complain to the regulator for data protection. Ask us for its details."]
        : [
            `You can also complain to the regulator for data protection, the ${inForce.name}: ${inForce.website}, phone ${inForce.phone}.`,
          ],
  };
}
