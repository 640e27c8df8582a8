import type { Fact } from "@/emails/layout/pieces";
import type { LetterPart } from "@/emails/letter";
import type { Purpose } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MailingContent } from "../mailing-content";
import type { MailingTemplate } from "../template";
import { whyForPurpose } from "./frame";
import { button, note, paragraph, type LetterContent } from "./letter-content";
import { fullDate, longDate, mailWords, timeOfDay } from "./words";

type Words = "focusGroupInvitation" | "surveyInvitation" | "invitationReminder";

const wordsOf: Readonly<Record<MailingTemplate, Words>> = {
  "focus-group-invitation": "focusGroupInvitation",
  "survey-invitation": "surveyInvitation",
  "invitation-reminder": "invitationReminder",
};

function details({ activity, session }: MailingContent): readonly LetterPart[] {
  const facts: Fact[] = [];
  if (session !== null) {
    const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
    const when = { date: fullDate(startsAt), start: timeOfDay(startsAt), end: timeOfDay(endsAt) };
    facts.push(
      { label: mailWords("invitation.date"), value: mailWords("invitation.fromTo", when) },
      { label: mailWords("invitation.place"), value: session.place ?? mailWords("invitation.online") },
    );
  }
  if (activity.closesOn !== null) {
    const lastDay = longDate(new Date(`${activity.closesOn}T12:00:00Z`));
    facts.push({ label: mailWords("invitation.closes"), value: lastDay });
  }
  return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}

function paragraphs(words: string): readonly LetterPart[] {
  return words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(paragraph);
}

/**
 * An invitation, a survey or a reminder as a letter. `name` and `invitationUrl` are one recipient's, or marks to be
 * spliced.
 */
export function mailingLetter(
  panel: PanelView,
  purpose: Purpose,
  template: MailingTemplate,
  content: MailingContent,
  recipient: { readonly name: string; readonly invitationUrl: string },
): LetterContent {
  const words = wordsOf[template];
  return {
    subject: content.subject,
    preview: mailWords(`${words}.preview`),
    why: whyForPurpose(panel, purpose),
    heading: mailWords(`${words}.heading`, { title: content.activity.title }),
    name: recipient.name,
    parts: [
      ...(words === "invitationReminder" ? [paragraph(mailWords("invitationReminder.body"))] : []),
      ...paragraphs(content.opening),
      ...paragraphs(content.activity.summary),
      ...details(content),
      button(mailWords(`${words}.button`), recipient.invitationUrl),
      ...(words === "focusGroupInvitation" ? [note(mailWords("focusGroupInvitation.adjustments"))] : []),
      note(mailWords(`${words}.noPressure`)),
    ],
  };
}
