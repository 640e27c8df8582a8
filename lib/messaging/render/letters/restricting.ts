import { onceTold } from "@/lib/policy/gate/told-first";
import { pageUrl } from "../../links";
import { button, paragraph, paragraphs, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { complaining } from "./objecting";
import { memberOf, NothingToSend, type LetterSource } from "./posting";

/** From when, counted from this letter where they were not told otherwise, and why. */
async function liftingOf({ db, posting, at }: LetterSource, memberId: string) {
  const { organisationId } = posting;
  const { restrictionLiftsAt: known, restrictionLiftReason: reason } = await db.member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: memberId } },
    select: { restrictionLiftsAt: true, restrictionLiftReason: true },
  });
  // They were restricted again before this went out.
  if (reason === null) throw new NothingToSend("restriction.goesOn");
  return { from: known ?? new Date(onceTold(at.getTime())), reason };
}

/** To somebody whose details were put aside, before they are used again: from when, why, and what they can do (18(3)). */
export async function restrictionLifting(source: LetterSource): Promise<LetterContent> {
  const { panel } = source;
  const member = await memberOf(source);
  const { from, reason } = await liftingOf(source, member.id);
  const phone = panel.document.organisation.contactPhone;
  const params = { panel: panel.name, phone, date: longDate(from) };
  return {
    subject: mailWords("restrictionLifting.subject", params),
    preview: mailWords("restrictionLifting.preview", params),
    why: mailWords("why.restrictionLifting", params),
    heading: mailWords("restrictionLifting.heading"),
    name: member.givenName,
    parts: [
      paragraph(mailWords("restrictionLifting.body", params)),
      { kind: "subtitle", words: mailWords("restrictionLifting.reasonTitle") },
      ...paragraphs(reason),
      { kind: "subtitle", words: mailWords("restrictionLifting.nextTitle") },
      paragraph(mailWords("restrictionLifting.next", params)),
      button(mailWords("restrictionLifting.button"), pageUrl("/my/choices")),
      ...complaining(source),
    ],
  };
}
