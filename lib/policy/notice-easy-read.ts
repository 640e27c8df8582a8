// The same notice in Easy Read: headings are questions, sentences are short, each says one thing. Made of the policy that
// is enforced, with every element the standard notice has (UK GDPR 12(1), 13; Equality Act 2010 s.20; law.md TR-3, TR-4).
import type { PolicyDocument } from "./document";
import { easyContents } from "./notice-easy-contents";
import { easyRights } from "./notice-easy-rights";
import { requiredElements } from "./notice-elements";
import type { NoticeProse } from "./notice";
import type { NoticeSection } from "./notice-section";
import { sentencesOf } from "./sentences";
import type { CivilDate } from "./vocabulary";

function whatIsThis(document: PolicyDocument, prose: NoticeProse): NoticeSection {
  const { panel, organisation, membership, promises } = document;
  return {
    id: "in-short",
    heading: "What is this page about?",
    paragraphs: [
      `${panel.name} is a group of residents.`,
      `${organisation.legalName} runs it.`,
      "This page says what we do with your details.",
      "You can ask someone to read it with you.",
      ...(prose.opening ?? []).flatMap(sentencesOf),
    ],
    list: [
      ...membership.joiningMeans,
      ...promises,
      "You can see what we know about you. You can change your mind. You can leave.",
    ],
  };
}

function whenItChanges(prose: NoticeProse): NoticeSection {
  return {
    id: "changes",
    heading: "What if this page changes?",
    paragraphs: [
      "We keep every old page.",
      "Each page has a number.",
      "We tell you before we do something new with your details.",
      ...(prose.closing ?? []).flatMap(sentencesOf),
    ],
  };
}

/**
 * The Easy Read notice of a policy document, section by section with the ids of the standard one, so that the same
 * elements are asked of it. `on`: the day it is for (civil date); without it, the latest law. The same arguments give the
 * same notice.
 */
export function renderEasyRead(
  document: PolicyDocument,
  prose: NoticeProse = document.notice ?? {},
  on: CivilDate | null = null,
): readonly NoticeSection[] {
  const required = new Set(requiredElements(document, on).map(({ id }) => id));
  const rights = easyRights(document, on).filter(({ id }) => required.has(id));
  const objecting = rights.filter(({ id }) => id === "your-right-to-object");
  return [
    whatIsThis(document, prose),
    ...objecting,
    ...easyContents(document),
    ...rights.filter((section) => !objecting.includes(section)),
    whenItChanges(prose),
  ];
}
