import type { LetterPart } from "@/emails/letter";
import { getReceiptsOfRequest } from "@/lib/queries/ledger/get-receipts";
import { pageUrl } from "../../links";
import { paragraph, type LetterContent } from "../letter-content";
import { mailWords } from "../words";
import type { LetterSource } from "./posting";

type Proof = { readonly parts: readonly LetterPart[] } & Pick<LetterContent, "receipt">;

/**
 * The proof of what the person just decided: the file that goes with the letter and where it is checked, or where it
 * will be when it cannot be had yet. Nothing for a letter that no decision led to.
 */
export async function proofOf({ posting }: LetterSource): Promise<Proof> {
  const { organisationId, memberId } = posting;
  const { requestId } = posting.subjectIds;
  if (typeof requestId !== "string" || memberId === null) return { parts: [] };
  const receipt = await getReceiptsOfRequest(organisationId, memberId, requestId);
  const where =
    receipt === null
      ? { value: mailWords("proof.history"), url: pageUrl("/my/history") }
      : { value: mailWords("proof.check"), url: pageUrl("/verify") };
  const parts: readonly LetterPart[] = [
    { kind: "subtitle", words: mailWords("proof.title") },
    paragraph(mailWords(receipt === null ? "proof.later" : "proof.attached")),
    { kind: "facts", facts: [{ label: mailWords("proof.where"), ...where }] },
  ];
  return receipt === null ? { parts } : { parts, receipt };
}
