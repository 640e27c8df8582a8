import type { LetterPart } from "@/emails/letter";
import { paragraph, note, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, type LetterSource } from "./posting";

async function keptOf({ db, panel }: LetterSource, memberId: string): Promise<readonly LetterPart[]> {
  const items = await db.retentionItem.findMany({
    where: { organisationId: panel.organisationId, memberId, settledAt: null },
    orderBy: { dueOn: "asc" },
    select: { ruleKey: true, dueOn: true },
  });
  const facts = items.flatMap(({ ruleKey, dueOn }) => {
    const rule = panel.document.retentionRules.find(({ key }) => key === ruleKey);
    return rule === undefined ? [] : [{ label: rule.what, value: longDate(dueOn) }];
  });
  if (facts.length === 0) return [];
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
