import { confirmUrl, pageUrl } from "../../links";
import { button, note, paragraph, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { memberOf, NothingToSend, type LetterSource } from "./posting";

/** To an address typed into the join form: is it yours? Says nothing about the person who typed it. */
export async function confirmAddress({ db, panel, posting, at }: LetterSource): Promise<LetterContent> {
  if (posting.joinRequestId === null) throw new NothingToSend("joinRequest.missing");
  const request = await db.joinRequest.findUnique({
    where: { organisationId_id: { organisationId: posting.organisationId, id: posting.joinRequestId } },
    select: { id: true, expiresAt: true, confirmedAt: true },
  });
  if (request === null || request.confirmedAt !== null || request.expiresAt <= at) {
    throw new NothingToSend("joinRequest.expired");
  }
  const params = { panel: panel.name };
  const applies = panel.document.panel.joining === "round";
  return {
    subject: mailWords("confirmAddress.subject", params),
    preview: mailWords(applies ? "confirmAddress.previewApply" : "confirmAddress.preview"),
    why: mailWords(applies ? "why.confirmApplication" : "why.confirmAddress", params),
    heading: mailWords("confirmAddress.heading"),
    name: null,
    parts: [
      paragraph(mailWords(applies ? "confirmAddress.bodyApply" : "confirmAddress.body", params)),
      button(
        mailWords("confirmAddress.button"),
        confirmUrl(posting.organisationId, request.id, request.expiresAt),
      ),
      note(mailWords("confirmAddress.until", { date: longDate(request.expiresAt) })),
      note(mailWords(applies ? "confirmAddress.notYouApply" : "confirmAddress.notYou")),
    ],
  };
}

type Waiting = { readonly id: string; readonly expiresAt: Date };

/** The request the letter is about, while it can still be confirmed. */
async function waitingRequest({ db, posting, at }: LetterSource): Promise<Waiting | null> {
  if (posting.joinRequestId === null) return null;
  return db.joinRequest.findFirst({
    where: {
      organisationId: posting.organisationId,
      id: posting.joinRequestId,
      confirmedAt: null,
      expiresAt: { gt: at },
    },
    select: { id: true, expiresAt: true },
  });
}

/** Two people of one home may share an address: the second joins by the same press as anyone. */
function otherPerson({ posting }: LetterSource, request: Waiting): LetterContent["parts"] {
  return [
    paragraph(mailWords("alreadyMember.other")),
    button(
      mailWords("alreadyMember.otherButton"),
      confirmUrl(posting.organisationId, request.id, request.expiresAt),
    ),
  ];
}

/** To a member whose address was typed into the join form again. The page showed what it shows to everyone. */
export async function alreadyMember(source: LetterSource): Promise<LetterContent> {
  const { panel } = source;
  const request = await waitingRequest(source);
  const member = await memberOf(source);
  const params = { panel: panel.name };
  return {
    subject: mailWords("alreadyMember.subject", params),
    preview: mailWords("alreadyMember.preview"),
    why: mailWords("why.alreadyMember", params),
    heading: mailWords("alreadyMember.heading"),
    name: member.givenName,
    parts: [
      paragraph(mailWords("alreadyMember.body", params)),
      paragraph(mailWords("alreadyMember.signIn")),
      button(mailWords("alreadyMember.button"), pageUrl(`/${panel.slug}/sign-in`)),
      ...(request === null ? [] : otherPerson(source, request)),
      note(mailWords("alreadyMember.notYou")),
    ],
  };
}
