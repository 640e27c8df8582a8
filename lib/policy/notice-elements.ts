// What a privacy notice must hold, element by element, on the day it is for; every language and format holds the same
// (UK GDPR 13, 21(4); DPA 2018 ss.164A, 165; law.md TR-1, TR-3, TR-4, LB-7, 0.2).
import { endOfDay } from "./civil";
import type { PolicyDocument } from "./document";
import { inForceAt } from "./law-in-force";
import type { NoticeSection } from "./notice-section";
import { rightApplies } from "./rights";
import type { CivilDate } from "./vocabulary";

export type NoticeElement = {
  /** The section that holds it. */
  readonly id: string;
  readonly what: string;
  readonly source: string;
  /** The rule of law.md that asks for it. */
  readonly rule: "TR-1" | "LB-7";
};

function element(
  id: string,
  what: string,
  source: string,
  rule: NoticeElement["rule"] = "TR-1",
): NoticeElement {
  return { id, what, source, rule };
}

const always: readonly NoticeElement[] = [
  element("who-we-are", "who the controller and the data protection officer are", "Article 13(1)(a), (b)"),
  element("why", "each purpose with its lawful basis and interest", "Article 13(1)(c), (d)"),
  element("what-we-hold", "what is held and where it comes from", "Articles 13(3), 14(1)(d), 14(2)(f)"),
  element("who-else", "who else gets the data", "Article 13(1)(e)"),
  element("outside-the-uk", "transfers and their safeguard", "Article 13(1)(f)"),
  element("how-long", "how long it is kept", "Article 13(2)(a)"),
  element("your-rights", "the rights", "Article 13(2)(b)"),
  element("regulator", "the complaint to the regulator", "Article 13(2)(d); DPA 2018 s.165"),
  element("must-you", "whether one has to tell, and what follows", "Article 13(2)(e)"),
  element("computers", "decisions by computers alone", "Article 13(2)(f)"),
];

const withdrawing = element("changing-your-mind", "how to take a yes back", "Article 13(2)(c)");
const objecting = element("your-right-to-object", "the right to object, on its own", "Article 21(4)", "LB-7");
const complaint = element(
  "complain-to-us",
  "the complaint to the organisation",
  "Article 13(2)(ca); DPA 2018 s.164A",
);

/** Whether the notice of a day must name the complaint to the controller; without a day, the law as it is now. */
export function complaintDutyOn(on: CivilDate | null): boolean {
  const end = on === null ? null : endOfDay(on);
  return end === null || inForceAt("complaintToController", end - 1);
}

/** Every element that the notice of this policy must hold on a day. */
export function requiredElements(document: PolicyDocument, on: CivilDate | null): readonly NoticeElement[] {
  const consent = document.purposes.some(({ lawfulBasis }) => lawfulBasis === "consent");
  const objectable = document.purposes.some(
    ({ lawfulBasis, messageKind }) =>
      messageKind === "directMarketing" || rightApplies("object", lawfulBasis) === "yes",
  );
  return [
    ...always,
    ...(consent ? [withdrawing] : []),
    ...(objectable ? [objecting] : []),
    ...(complaintDutyOn(on) ? [complaint] : []),
  ];
}

/** The elements that a rendered notice lacks, or holds without a word. */
export function missingElements(
  document: PolicyDocument,
  sections: readonly NoticeSection[],
  on: CivilDate | null,
): readonly NoticeElement[] {
  const said = sections
    .filter(({ paragraphs, list }) => [...paragraphs, ...(list ?? [])].some((words) => words.trim() !== ""))
    .map(({ id }) => id);
  return requiredElements(document, on).filter(({ id }) => !said.includes(id));
}
