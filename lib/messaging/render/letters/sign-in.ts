import { hashSignInCode, newSignInCode } from "@/lib/auth/secrets";
import { signInUrl } from "../../links";
import { button, note, paragraph, type LetterContent } from "../letter-content";
import { mailWords } from "../words";
import { NothingToSend, type LetterSource } from "./posting";

/**
 * The code is made here, as the mail is written: it exists in the mail, and as a keyed hash in the request. Nothing that
 * waits in a queue ever holds it. Writing the mail again makes another code and ends the one before.
 */
export async function signInCode({ db, panel, posting, at }: LetterSource): Promise<LetterContent> {
  const id = posting.signInRequestId;
  if (id === null) throw new NothingToSend("signInRequest.missing");
  const code = newSignInCode();
  const [request] = await db.signInRequest.updateManyAndReturn({
    where: { id, consumedAt: null, expiresAt: { gt: at } },
    data: { codeHash: hashSignInCode(id, code) },
    select: { expiresAt: true },
  });
  if (request === undefined) throw new NothingToSend("signInRequest.expired");
  const params = { panel: panel.name };
  return {
    subject: mailWords("signInCode.subject", params),
    preview: mailWords("signInCode.preview"),
    why: mailWords("why.signInCode", params),
    heading: mailWords("signInCode.heading"),
    name: null,
    parts: [
      paragraph(mailWords("signInCode.body")),
      { kind: "code", code: `${code.slice(0, 4)} ${code.slice(4)}` },
      note(mailWords("signInCode.lasts")),
      paragraph(mailWords("signInCode.orLink")),
      button(mailWords("signInCode.button"), signInUrl(id, code, request.expiresAt)),
      note(mailWords("signInCode.never")),
      note(mailWords("signInCode.notYou")),
    ],
  };
}
