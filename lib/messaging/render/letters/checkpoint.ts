import { storedCheckpoint } from "@/lib/ledger/checkpoint/stored-checkpoints";
import { parseNote } from "@/lib/ledger/checkpoint/note";
import { getVerifierKeys } from "@/lib/queries/ledger/get-checkpoints";
import { pageUrl } from "../../links";
import { button, paragraph, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { NothingToSend, subjectId, type LetterSource } from "./posting";

/** To whoever the DPO chose, once a day: the newest checkpoint, to be kept where we cannot change it. */
export async function ledgerCheckpoint(source: LetterSource): Promise<LetterContent> {
  const { panel } = source;
  const { organisationId } = panel;
  const place = { epoch: Number(subjectId(source, "epoch")), size: BigInt(subjectId(source, "size")) };
  const checkpoint = await storedCheckpoint(organisationId, place);
  if (checkpoint === null) throw new NothingToSend("checkpoint.missing");
  const date = longDate(checkpoint.signedAt);
  const organisation = panel.document.organisation.legalName;
  const [key] = await getVerifierKeys(organisationId);
  const [, ...witnesses] = parseNote(checkpoint.note)?.signatures ?? [];
  const by = witnesses.map(({ name }) => name).join(", ");
  return {
    subject: mailWords("ledgerCheckpoint.subject", { organisation, date }),
    preview: mailWords("ledgerCheckpoint.preview"),
    why: mailWords("why.ledgerCheckpoint", { panel: panel.name }),
    heading: mailWords("ledgerCheckpoint.heading", { date }),
    name: null,
    checkpoint: checkpoint.note,
    parts: [
      paragraph(mailWords("ledgerCheckpoint.body", { organisation, count: Number(checkpoint.size) })),
      {
        kind: "facts",
        facts: [
          { label: mailWords("ledgerCheckpoint.size"), value: String(checkpoint.size) },
          { label: mailWords("ledgerCheckpoint.root"), value: checkpoint.root.toString("base64") },
          { label: mailWords("ledgerCheckpoint.key"), value: key ?? "" },
          {
            label: mailWords("ledgerCheckpoint.witnessed"),
            value: by || mailWords("ledgerCheckpoint.nobody"),
          },
        ],
      },
      paragraph(mailWords("ledgerCheckpoint.keep")),
      paragraph(mailWords("ledgerCheckpoint.attached")),
      { kind: "subtitle", words: mailWords("ledgerCheckpoint.howTitle") },
      paragraph(mailWords("ledgerCheckpoint.how")),
      button(mailWords("ledgerCheckpoint.button"), pageUrl(`/${panel.slug}/checkpoints`)),
    ],
  };
}
