import { consentValidUntil } from "@/lib/policy/consent";
import type { Purpose } from "@/lib/policy/document";
import type { ConsentFact } from "@/lib/policy/gate/types";
import { consentsCovered } from "@/lib/policy/notice-cover";
import { purposeOf } from "@/lib/policy/purpose";
import { weighLines, type Weighed } from "@/lib/policy/stated-decision";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { StagedDecision } from "@/lib/schemas/staged-decisions";

/** What the lines about one person do, given everything recorded about them; the same for the preview and the import. */
export function weighPerson(
  { document }: PanelView,
  lines: readonly StagedDecision[],
  consents: readonly ConsentFact[],
  at: number,
): readonly Weighed<StagedDecision>[] {
  const known = (key: string): Purpose => {
    const purpose = purposeOf(document, key);
    if (purpose === null) throw new Error(`Unknown purpose ${key}`);
    return purpose;
  };
  const isProven = ({ noticeId }: StagedDecision) => noticeId !== null;
  const until = (givenAt: number) => consentValidUntil(document, givenAt);
  return weighLines(known, lines, consentsCovered(document, consents), isProven, until, at);
}
