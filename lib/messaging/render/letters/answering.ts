import type { LetterPart } from "@/emails/letter";
import type { Fact } from "@/emails/layout/pieces";
import { calendarFile } from "../calendar";
import { invitationUrl } from "../../links";
import { button, note, paragraph, type LetterContent } from "../letter-content";
import { fullDate, mailWords, timeOfDay } from "../words";
import { memberOf, NothingToSend, subjectId, type LetterSource } from "./posting";

const invitationFields = {
  id: true,
  activity: { select: { title: true, summary: true } },
  rsvp: {
    select: {
      answer: true,
      answeredAt: true,
      session: { select: { id: true, startsAt: true, endsAt: true, place: true, joinLink: true } },
    },
  },
} as const;

async function answered(source: LetterSource, memberId: string) {
  const invitation = await source.db.invitation.findFirst({
    where: { organisationId: source.posting.organisationId, id: subjectId(source, "invitationId"), memberId },
    select: invitationFields,
  });
  if (invitation?.rsvp == null) throw new NothingToSend("rsvp.missing");
  return { ...invitation, rsvp: invitation.rsvp };
}

type Session = { startsAt: Date; endsAt: Date; place: string | null; joinLink: string | null };

/** When and where, for someone who said yes: they also get the link to join. */
function sessionFacts({ startsAt, endsAt, place, joinLink }: Session): LetterPart {
  const when = mailWords("invitation.fromTo", {
    date: fullDate(startsAt),
    start: timeOfDay(startsAt),
    end: timeOfDay(endsAt),
  });
  const facts: Fact[] = [{ label: mailWords("invitation.date"), value: when }];
  if (place !== null) facts.push({ label: mailWords("invitation.place"), value: place });
  if (joinLink !== null) {
    facts.push({ label: mailWords("rsvpConfirmation.join"), value: joinLink, url: joinLink });
  }
  return { kind: "facts", facts };
}

/** After an answer to an invitation: what was understood, and for a yes when, where and a calendar file. */
export async function rsvpConfirmation(source: LetterSource): Promise<LetterContent> {
  const { panel, posting, at } = source;
  const member = await memberOf(source);
  const { id, activity, rsvp } = await answered(source, member.id);
  const accepted = rsvp.answer === "accepted";
  const word = accepted ? "Accepted" : "Declined";
  const change = invitationUrl(posting.organisationId, member.id, id, at);
  const params = { title: activity.title };
  return {
    subject: mailWords(`rsvpConfirmation.subject${word}`, params),
    preview: mailWords(`rsvpConfirmation.preview${word}`),
    why: mailWords("why.rsvpConfirmation", { panel: panel.name }),
    heading: mailWords(`rsvpConfirmation.heading${word}`),
    name: member.givenName,
    parts: [
      paragraph(mailWords(`rsvpConfirmation.body${word}`, params)),
      ...(accepted ? [sessionFacts(rsvp.session)] : []),
      note(mailWords("rsvpConfirmation.change")),
      button(mailWords("rsvpConfirmation.button"), change),
    ],
    ...(accepted ? { calendar: calendarFile({ panel, activity, session: rsvp.session, madeAt: at }) } : {}),
  };
}
