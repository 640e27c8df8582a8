import { pageUrl } from "../../links";
import { button, note, paragraph, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, type LetterSource } from "./posting";
import { proofOf } from "./proof";
import { standingOf } from "./standing";

/** What is said to somebody who is in, and to somebody whose application has yet to be read. */
function welcomeWords(applies: boolean, params: { readonly panel: string }) {
  return applies
    ? {
        subject: mailWords("welcome.appliedSubject", params),
        why: mailWords("why.applied", params),
        heading: mailWords("welcome.appliedHeading"),
        preview: mailWords("welcome.appliedPreview"),
        body: mailWords("welcome.appliedBody"),
        since: mailWords("welcome.applied"),
        change: mailWords("welcome.changeApplied"),
      }
    : {
        subject: mailWords("welcome.subject", params),
        why: mailWords("why.welcome", params),
        heading: mailWords("welcome.heading", params),
        preview: mailWords("welcome.preview"),
        body: mailWords("welcome.body"),
        since: mailWords("welcome.joined"),
        change: mailWords("welcome.change"),
      };
}

/** Until when an applicant hears from us; nothing for a member. */
async function hearBy({ panel, db }: LetterSource, memberId: string) {
  const { organisationId } = panel;
  const waiting = await db.application.findFirst({
    where: { organisationId, memberId, outcome: null },
    select: { round: { select: { closesOn: true, decideBy: true } } },
  });
  if (waiting === null) return [];
  const { closesOn, decideBy } = waiting.round;
  return [
    { label: mailWords("welcome.closesOn"), value: longDate(closesOn) },
    { label: mailWords("welcome.hearBy"), value: longDate(decideBy) },
  ];
}

/** To a new member or applicant: the record of what they agreed to (law.md CN-7: as easy to keep as to give). */
export async function welcome(source: LetterSource): Promise<LetterContent> {
  const { panel, at } = source;
  const member = await memberOf(source);
  const words = welcomeWords(member.state === "applicant", { panel: panel.name });
  const { parts: proof, ...file } = await proofOf(source);
  return {
    ...file,
    subject: words.subject,
    preview: words.preview,
    why: words.why,
    heading: words.heading,
    name: member.givenName,
    parts: [
      paragraph(words.body),
      {
        kind: "facts",
        facts: [
          { label: mailWords("welcome.reference"), value: member.reference },
          { label: words.since, value: longDate(member.joinedAt ?? at) },
          ...(await hearBy(source, member.id)),
          {
            label: mailWords("welcome.notice"),
            value: mailWords("welcome.noticeLink", { number: panel.privacyNoticeNumber }),
            url: pageUrl(`/${panel.slug}/privacy/${panel.privacyNoticeNumber}`),
          },
        ],
      },
      ...(await standingOf(panel, member.id)),
      ...proof,
      paragraph(words.change),
      button(mailWords("welcome.button"), pageUrl("/my")),
    ],
  };
}

/** After any change of choices: how they stand now. */
export async function consentReceipt(source: LetterSource): Promise<LetterContent> {
  const { panel, at } = source;
  const member = await memberOf(source);
  const params = { panel: panel.name };
  const { parts: proof, ...file } = await proofOf(source);
  return {
    ...file,
    subject: mailWords("consentReceipt.subject", params),
    preview: mailWords("consentReceipt.preview"),
    why: mailWords("why.consentReceipt"),
    heading: mailWords("consentReceipt.heading"),
    name: member.givenName,
    parts: [
      paragraph(mailWords("consentReceipt.body", { date: longDate(at) })),
      ...(await standingOf(panel, member.id)),
      ...proof,
      note(mailWords("consentReceipt.notYou")),
    ],
  };
}
