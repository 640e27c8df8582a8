import { writeJournal } from "@/lib/ledger/journal/journal-file";
import { publishNotes } from "@/lib/ledger/checkpoint/published-file";

// A process of its own, which the system lets write no more than a kilobyte to a file: node --import tsx FILE FOLDER.
// It says what came of each, "kept" or the system's word for the fault.

const [, , folder = ""] = process.argv;
const word = async (work: Promise<void>) =>
  work.then(
    () => "kept",
    (fault: NodeJS.ErrnoException) => fault.code ?? fault.name,
  );

const journal = await word(writeJournal("stops", [{ text: "a".repeat(1_500) }]));
const checkpoint = await word(publishNotes(folder, "018f3c1e", ["b".repeat(1_500)]));
process.stdout.write(`${journal} ${checkpoint}`);
