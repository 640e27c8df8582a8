// The notice a resident reads is made from the policy the server enforces, short part first, with every element of
// Article 13 and the right to object on its own (UK GDPR 12(1), 13, 21(4); DPA 2018 s.164A; law.md TR-1, LB-7).
import { startOfDay } from "./civil";
import type { PolicyDocument } from "./document";
import type { NoticeWords } from "./document-parts";
import { howLong, whatWeHold, whoElse, whyWeUse } from "./notice-contents";
import {
  complainToRegulator,
  complainToUs,
  computers,
  mustYou,
  objecting,
  withdrawing,
  yourRights,
} from "./notice-rights";
import { complaintDutyOn } from "./notice-elements";
import type { NoticeSection } from "./notice-section";
import type { CivilDate } from "./vocabulary";

export type { NoticeSection } from "./notice-section";

/** What the organisation adds in its own words. */
export type NoticeProse = Pick<NoticeWords, "opening" | "closing">;

function inShort(document: PolicyDocument, prose: NoticeProse): NoticeSection {
  const { panel, organisation } = document;
  return {
    id: "in-short",
    heading: "In short",
    paragraphs: [
      `${panel.name} is run by ${organisation.legalName}. This page says what we do with your details.`,
      ...(prose.opening ?? []),
    ],
    list: [
      ...document.membership.joiningMeans,
      ...document.promises,
      "You can see what we hold about you, change your mind, take a break or leave, at any time.",
    ],
  };
}

function whoWeAre({ organisation }: PolicyDocument): NoticeSection {
  return {
    id: "who-we-are",
    heading: "Who we are",
    paragraphs: [
      `${organisation.legalName} decides how your details are used. In the law this is called the controller.`,
      `You can write to us at ${organisation.postalAddress}, e-mail ${organisation.contactEmail} or phone ${organisation.contactPhone}.`,
      `Our data protection officer checks that we keep to the law. E-mail ${organisation.dpoEmail}.`,
    ],
  };
}

function changes(prose: NoticeProse): NoticeSection {
  return {
    id: "changes",
    heading: "If this page changes",
    paragraphs: [
      "Every version of this page keeps its own number and stays where it is.",
      "If we want to do something new with your details, we tell you before we start.",
      ...(prose.closing ?? []),
    ],
  };
}

/**
 * The privacy notice of a policy document, in plain English, as sections for a page or a letter. `on` is the day the
 * notice is for (civil date): it picks the regulator's details and the law in force that day; without it, the latest.
 * The same arguments give the same notice, so that its hash proves what was shown.
 */
export function renderNotice(
  document: PolicyDocument,
  prose: NoticeProse = document.notice ?? {},
  on: CivilDate | null = null,
): readonly NoticeSection[] {
  return [
    inShort(document, prose),
    ...objecting(document),
    whoWeAre(document),
    whyWeUse(document),
    whatWeHold(document),
    ...whoElse(document),
    howLong(document),
    mustYou(document),
    computers(document),
    yourRights(document),
    ...withdrawing(document),
    ...(complaintDutyOn(on) ? [complainToUs(document)] : []),
    complainToRegulator(document, on === null ? null : startOfDay(on)),
    changes(prose),
  ];
}
