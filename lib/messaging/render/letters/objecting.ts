import type { LetterPart } from "@/emails/letter";
import { onceTold } from "@/lib/policy/gate/told-first";
import { purposeOf } from "@/lib/policy/purpose";
import { remedies } from "@/lib/policy/request/closing";
import { pageUrl } from "../../links";
import { button, paragraph, paragraphs, sections, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, NothingToSend, subjectId, type LetterSource } from "./posting";

async function outcomeOf(source: LetterSource, memberId: string) {
  const { organisationId } = source.posting;
  const outcome = await source.db.objectionOutcome.findFirst({
    where: { organisationId, memberId, id: subjectId(source, "objectionOutcomeId") },
    select: { purposeKey: true, outcome: true, reasons: true, toldAt: true },
  });
  if (outcome === null) throw new NothingToSend("objection.undecided");
  return outcome;
}

/** How to complain to us, to the regulator of the day, and to go to court (UK GDPR 12(4); law.md RR-7, RR-12). */
export function complaining({ panel: { document }, at }: LetterSource): readonly LetterPart[] {
  return sections(Object.values(remedies(document, at.getTime())));
}

/**
 * To somebody who objected: what was decided and why, within the month (UK GDPR 12(3)-(4), 21(1)). Who is overridden is told
 * before anything begins again (18(3)), and how to go on from there.
 */
export async function objectionDecided(source: LetterSource): Promise<LetterContent> {
  const { panel } = source;
  const member = await memberOf(source);
  const { purposeKey, outcome, reasons, toldAt } = await outcomeOf(source, member.id);
  const purpose = purposeOf(panel.document, purposeKey)?.name ?? purposeKey;
  const from = new Date(onceTold((toldAt ?? source.at).getTime()));
  const phone = panel.document.organisation.contactPhone;
  const params = { panel: panel.name, purpose, phone, date: longDate(from) };
  return {
    subject: mailWords("objectionDecided.subject", params),
    preview: mailWords("objectionDecided.preview"),
    why: mailWords("why.objectionDecided", params),
    heading: mailWords(`objectionDecided.${outcome}.heading`),
    name: member.givenName,
    parts: [
      paragraph(mailWords(`objectionDecided.${outcome}.body`, params)),
      { kind: "subtitle", words: mailWords("objectionDecided.reasonsTitle") },
      ...paragraphs(reasons),
      { kind: "subtitle", words: mailWords("objectionDecided.nextTitle") },
      paragraph(mailWords(`objectionDecided.${outcome}.next`, params)),
      button(mailWords("objectionDecided.button"), pageUrl("/my/choices")),
      ...(outcome === "overridden" ? complaining(source) : []),
    ],
  };
}
