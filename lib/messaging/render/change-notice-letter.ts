import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { ChangeNotice } from "../change-notice-content";
import { pageUrl } from "../links";
import { button, note, paragraph, paragraphs, type LetterContent } from "./letter-content";
import { mailWords } from "./words";

/**
 * Tells a member what changed in how their details are used, before it begins (UK GDPR 13(3), 14(4)). `path`: where the
 * whole notice is read, in the format the member reads best.
 */
export function changeNoticeLetter(
  panel: PanelView,
  content: ChangeNotice,
  name: string,
  path = `/${panel.slug}/privacy/${content.noticeNumber}`,
): LetterContent {
  const { changes, subject, summary } = content;
  const address = pageUrl(path);
  return {
    subject,
    preview: mailWords("policyChanged.preview"),
    why: mailWords("why.policyChanged", { panel: panel.name }),
    heading: mailWords("policyChanged.heading"),
    name,
    parts: [
      ...paragraphs(summary),
      { kind: "subtitle", words: mailWords("policyChanged.changesTitle") },
      ...changes.map(paragraph),
      note(mailWords("policyChanged.choices")),
      button(mailWords("policyChanged.button"), address),
    ],
  };
}
