import { pageUrl } from "../../links";
import { button, note, paragraph, type LetterContent } from "../letter-content";
import { mailWords } from "../words";
import type { LetterSource } from "./posting";

const known = ["altered", "behind", "inconsistent", "differs"] as const;

/** To a data protection officer: something is wrong with the ledger, nothing is sent, and where to look. */
export async function ledgerAlarm({ panel, posting }: LetterSource): Promise<LetterContent> {
  const held = [posting.subjectIds["holds"] ?? []].flat();
  const why = known.filter((reason) => held.includes(reason));
  const params = { organisation: panel.document.organisation.legalName };
  return {
    subject: mailWords("ledgerAlarm.subject", params),
    preview: mailWords("ledgerAlarm.preview"),
    why: mailWords("ledgerAlarm.why", params),
    heading: mailWords("ledgerAlarm.heading"),
    name: null,
    parts: [
      ...why.map((reason) => paragraph(mailWords(`ledgerAlarm.found.${reason}`))),
      paragraph(mailWords("ledgerAlarm.held")),
      button(mailWords("ledgerAlarm.button"), pageUrl(`/dpo/${panel.slug}/verify`)),
      note(mailWords("ledgerAlarm.keep")),
    ],
  };
}
