import type { LetterPart } from "@/emails/letter";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { listEndings } from "@/lib/queries/member/list-endings";
import { paragraph, note, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, type LetterSource } from "./posting";
import { proofOf } from "./proof";

function day(civil: CivilDate): string {
  return longDate(new Date(`${civil}T12:00:00Z`));
}

/** What is really held and when it ends: the list that the page showed before and shows after leaving. */
export async function keptOf({ panel }: LetterSource, memberId: string): Promise<readonly LetterPart[]> {
  const endings = await listEndings(panel, memberId);
  const [first] = endings;
  if (first === undefined) return [];
  const facts = endings.map(({ kind, rule, dueOn }) => ({
    label: kind.what,
    value:
      dueOn === null
        ? rule.sourceText
        : mailWords(`leaveConfirmation.goes.${rule.action}`, { date: day(dueOn) }),
  }));
  return [
    { kind: "subtitle", words: mailWords("leaveConfirmation.keptTitle") },
    { kind: "facts", facts },
    ...(first.keptBy === null ? [] : [paragraph(mailWords(`leaveConfirmation.keptForNow.${first.keptBy}`))]),
  ];
}

/** What is said to somebody who left, and to somebody who took an application back. */
async function wordsFor(
  { db, panel }: LetterSource,
  memberId: string,
  params: { panel: string; date: string },
) {
  const { organisationId } = panel;
  const withdrawn = await db.application.count({ where: { organisationId, memberId, outcome: "withdrawn" } });
  return withdrawn > 0
    ? {
        subject: mailWords("leaveConfirmation.withdrawnSubject", params),
        why: mailWords("why.withdrawn", params),
        heading: mailWords("leaveConfirmation.withdrawnHeading"),
        body: mailWords("leaveConfirmation.withdrawnBody", params),
      }
    : {
        subject: mailWords("leaveConfirmation.subject", params),
        why: mailWords("why.leaveConfirmation", params),
        heading: mailWords("leaveConfirmation.heading", params),
        body: mailWords("leaveConfirmation.body", params),
      };
}

/** To someone who left: that it is done, and what is still kept until when (Article 13(2)(a)). */
export async function leaveConfirmation(source: LetterSource): Promise<LetterContent> {
  const { panel, at } = source;
  const member = await memberOf(source);
  const date = longDate(member.leftAt ?? at);
  const { body, ...words } = await wordsFor(source, member.id, { panel: panel.name, date });
  const { parts: proof, ...file } = await proofOf(source);
  return {
    ...file,
    ...words,
    preview: mailWords("leaveConfirmation.preview"),
    name: member.givenName,
    parts: [
      paragraph(body),
      ...(await keptOf(source, member.id)),
      ...proof,
      note(mailWords("leaveConfirmation.back")),
    ],
  };
}
