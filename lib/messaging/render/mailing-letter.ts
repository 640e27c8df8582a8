import type { Fact } from "@/emails/layout/pieces";
import type { LetterPart } from "@/emails/letter";
import type { Purpose } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MailingContent } from "../mailing-content";
import type { MailingTemplate } from "../template";
import { calendarFile } from "./calendar";
import { whyForPurpose } from "./frame";
import { button, note, paragraph, type LetterContent } from "./letter-content";
import { fullDate, longDate, mailWords, timeOfDay } from "./words";

type Asking = Exclude<MailingTemplate, "activity-changed" | "activity-cancelled">;

const wordsOf = {
  "focus-group-invitation": "focusGroupInvitation",
  "survey-invitation": "surveyInvitation",
  "invitation-reminder": "invitationReminder",
} as const satisfies Record<Asking, string>;

function whenOf(session: { readonly startsAt: string; readonly endsAt: string }): string {
  const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
  const when = { date: fullDate(startsAt), start: timeOfDay(startsAt), end: timeOfDay(endsAt) };
  return mailWords("invitation.fromTo", when);
}

/** When it would have been: so that nobody comes by mistake, and nobody reads it as a date to keep. */
function planned({ session }: MailingContent): readonly LetterPart[] {
  if (session === null) return [];
  return [
    { kind: "facts", facts: [{ label: mailWords("activityCancelled.planned"), value: whenOf(session) }] },
  ];
}

function details({ activity, session }: MailingContent): readonly LetterPart[] {
  const facts: Fact[] = [];
  if (session !== null) {
    facts.push(
      { label: mailWords("invitation.date"), value: whenOf(session) },
      { label: mailWords("invitation.place"), value: session.place ?? mailWords("invitation.online") },
    );
    if (session.joinLink != null) {
      const { joinLink } = session;
      facts.push({ label: mailWords("rsvpConfirmation.join"), value: joinLink, url: joinLink });
    }
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

/** The changed appointment as a calendar file: it takes the place of the one that came with the "yes". */
function calendarOf(
  panel: PanelView,
  { activity, session }: MailingContent,
  madeAt: Date,
): { calendar?: string } {
  if (session?.id === undefined) return {};
  const { id, startsAt, endsAt, place, joinLink = null } = session;
  const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  return { calendar: calendarFile({ panel, activity, session: { id, ...times, place, joinLink }, madeAt }) };
}

/** Tells who was invited that something has changed, or that it is off. */
function notice(panel: PanelView, letter: Mailing): LetterContent {
  const { template, content, recipient } = letter;
  const words = template === "activity-changed" ? "activityChanged" : "activityCancelled";
  const params = { title: content.activity.title };
  return {
    subject: content.subject,
    preview: mailWords(`${words}.preview`),
    why: mailWords(`why.${words}`, params),
    heading: mailWords(`${words}.heading`, params),
    name: recipient.name,
    parts: [
      paragraph(mailWords(`${words}.body`, params)),
      ...paragraphs(content.opening),
      ...(words === "activityChanged"
        ? [
            ...details(content),
            note(mailWords("activityChanged.doesNotSuit")),
            button(mailWords("activityChanged.button"), recipient.invitationUrl),
          ]
        : [...planned(content), note(mailWords("activityCancelled.nothing"))]),
    ],
    ...(words === "activityChanged" ? calendarOf(panel, content, letter.at) : {}),
  };
}

/** One recipient's letter of a mailing: `name` and `invitationUrl` are the recipient's, or marks to be spliced. */
export type Mailing = {
  readonly template: MailingTemplate;
  readonly content: MailingContent;
  readonly recipient: { readonly name: string; readonly invitationUrl: string };
  readonly at: Date;
};

/** An invitation, a survey, a reminder, or a notice of what became of one, as a letter. */
export function mailingLetter(panel: PanelView, purpose: Purpose, letter: Mailing): LetterContent {
  const { template, content, recipient } = letter;
  if (template === "activity-changed" || template === "activity-cancelled") return notice(panel, letter);
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
