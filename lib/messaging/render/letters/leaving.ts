import type { LetterPart } from "@/emails/letter";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { listEndings } from "@/lib/queries/member/list-endings";
import { paragraph, note, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, type LetterSource } from "./posting";

function day(civil: CivilDate): string {
  return longDate(new Date(`${civil}T12:00:00Z`));
}

/** What is really held and when it ends: the list that the page showed before and shows after leaving. */
async function keptOf({ panel }: LetterSource, memberId: string): Promise<readonly LetterPart[]> {
  const endings = await listEndings(panel, memberId);
  if (endings.length === 0) return [];
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
  ];
}

/** To someone who left: that it is done, and what is still kept until when (Article 13(2)(a)). */
export async function leaveConfirmation(source: LetterSource): Promise<LetterContent> {
  const { panel, at } = source;
  const member = await memberOf(source);
  const params = { panel: panel.name };
  return {
    subject: mailWords("leaveConfirmation.subject", params),
    preview: mailWords("leaveConfirmation.preview"),
    why: mailWords("why.leaveConfirmation", params),
    heading: mailWords("leaveConfirmation.heading", params),
    name: member.givenName,
    parts: [
      paragraph(mailWords("leaveConfirmation.body", { date: longDate(member.leftAt ?? at) })),
      ...(await keptOf(source, member.id)),
      note(mailWords("leaveConfirmation.back")),
    ],
  };
}
