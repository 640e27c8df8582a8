import { londonDate } from "@/lib/clock";
import type { Tx } from "@/lib/db/transaction";
import type { PolicyDocument } from "@/lib/policy/document";
import { lintPolicy, type LintFinding } from "@/lib/policy/lint";
import { withReviews } from "@/lib/policy/reviews";
import { successorFindings } from "@/lib/policy/successor";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { newestReviews } from "@/lib/queries/panel/newest-reviews";
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
  // A review recorded since counts for the draft as it does for what is in force (law.md AC-2).
  const counted = withReviews(document, await newestReviews(tx, panel));
  const findings = [...lintPolicy(counted, on), ...successorFindings(earlier, document)];
  return findings.filter(({ severity }) => severity === "refuse");
}
