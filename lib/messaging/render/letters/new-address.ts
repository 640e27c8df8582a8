import { newAddressUrl, pageUrl } from "../../links";
import { button, note, paragraph, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, NothingToSend, subjectId, type LetterSource } from "./posting";

const daysToConfirm = 7;

/** To an address a member typed as their new one: is it theirs? Until the press the old one stays. */
export async function confirmNewAddress(source: LetterSource): Promise<LetterContent> {
  const { db, panel, posting, at } = source;
  const member = await memberOf(source);
  const contactPointId = subjectId(source, "contactPointId");
  const point = await db.contactPoint.findFirst({
    where: { organisationId: posting.organisationId, id: contactPointId, memberId: member.id },
    select: { verifiedAt: true, removedAt: true },
  });
  if (point === null || point.verifiedAt !== null || point.removedAt !== null) {
    throw new NothingToSend("contactPoint.settled");
  }
  const until = new Date(at.getTime() + daysToConfirm * 86_400_000);
  const params = { panel: panel.name };
  return {
    subject: mailWords("confirmNewAddress.subject", params),
    preview: mailWords("confirmNewAddress.preview"),
    why: mailWords("why.confirmNewAddress", params),
    heading: mailWords("confirmNewAddress.heading"),
    // Whoever reads this may not be the member: no name.
    name: null,
    parts: [
      paragraph(mailWords("confirmNewAddress.body", params)),
      button(
        mailWords("confirmNewAddress.button"),
        newAddressUrl(posting.organisationId, member.id, contactPointId, until),
      ),
      note(mailWords("confirmNewAddress.until", { date: longDate(until) })),
      note(mailWords("confirmNewAddress.notYou")),
    ],
  };
}

/** To the address that was replaced: in case it was not its owner who did it. */
export async function addressChanged(source: LetterSource): Promise<LetterContent> {
  const { panel } = source;
  const member = await memberOf(source);
  const params = { panel: panel.name };
  return {
    subject: mailWords("addressChanged.subject", params),
    preview: mailWords("addressChanged.preview"),
    why: mailWords("why.addressChanged", params),
    heading: mailWords("addressChanged.heading"),
    name: member.givenName,
    parts: [
      paragraph(mailWords("addressChanged.body", params)),
      note(mailWords("addressChanged.notYou")),
      button(mailWords("addressChanged.button"), pageUrl("/my/details")),
    ],
  };
}
