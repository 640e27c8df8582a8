import type { RetentionRule } from "@/lib/policy/document";
import type { Suspension } from "@/lib/policy/legal-hold";
import type { CivilDate } from "@/lib/policy/vocabulary";
import type { PanelView } from "../panel/get-panel";
import { getChoices } from "./get-choices";
import { listHeldData } from "./list-held-data";
import { listRetention } from "./list-retention";

/** One kind of information that is held about a member, and how it ends. */
export type Ending = {
  /** The kind's own rule: what is kept. */
  readonly kind: RetentionRule;
  /** The rule that ends it first. */
  readonly rule: RetentionRule;
  /** Null while no clock runs: then the rule's own words say when. */
  readonly dueOn: CivilDate | null;
  /** What keeps it past that day now; null when nothing does. */
  readonly keptBy: Suspension | null;
};

/**
 * What is really held about a member and when it ends, soonest first: the same list before leaving, after it and in the
 * last mail. Kinds of which nothing is held are absent.
 * @param leavingOn the day (civil, Europe/London) the member would leave
 */
export async function listEndings(
  panel: PanelView,
  memberId: string,
  leavingOn?: CivilDate,
): Promise<readonly Ending[]> {
  const [held, kept, choices] = await Promise.all([
    listHeldData(panel, memberId),
    listRetention(panel, memberId, leavingOn),
    getChoices(panel, memberId),
  ]);
  // Leaving ends what runs, and the record of that is held from then on.
  const willDecide = leavingOn !== undefined && choices.some(({ mayStop, running }) => mayStop && running);
  const kinds = new Set(
    held.fields.filter(({ values }) => values.length > 0).map(({ field }) => field.retentionRuleKey),
  );
  const endings = panel.document.retentionRules.flatMap((kind): readonly Ending[] => {
    const isHeld =
      kind.trigger === "consentEnded" ? held.counts.decisions > 0 || willDecide : kinds.has(kind.key);
    const until = kept.get(kind.key);
    return isHeld && until !== undefined ? [{ kind, ...until }] : [];
  });
  return endings.toSorted((one, other) => (one.dueOn ?? "~").localeCompare(other.dueOn ?? "~"));
}
