import { londonDate } from "@/lib/clock";
import type { Tx } from "@/lib/db/transaction";
import type { PolicyDocument } from "@/lib/policy/document";
import { lintPolicy, type LintFinding } from "@/lib/policy/lint";
import { successorFindings } from "@/lib/policy/successor";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { earlierDocuments } from "./earlier-documents";

/** The first day a document would be in force: the day asked for, but none that is over (civil, Europe/London). */
export function firstDay(inForceOn: string, at: Date): string {
  const today = londonDate(at);
  return inForceOn > today ? inForceOn : today;
}

/** What keeps a document from coming into force on a day (civil); empty when nothing does. */
export async function refusedByLinter(
  tx: Tx,
  panel: PanelView,
  document: PolicyDocument,
  on: string,
): Promise<readonly LintFinding[]> {
  const earlier = await earlierDocuments(tx, panel);
  const findings = [...lintPolicy(document, on), ...successorFindings(earlier, document)];
  return findings.filter(({ severity }) => severity === "refuse");
}
