import { londonDate } from "@/lib/clock";
import { reading } from "@/lib/db/transaction";
import { objectionStatus } from "@/lib/policy/objection";
import { standingObjections, type StandingObjection } from "@/lib/policy/open-objection";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** An objection that nobody has decided about. */
export type WaitingObjection = Pick<StandingObjection, "purpose" | "since" | "decideBy"> & {
  /** The member's. */
  readonly reference: string;
  /** Its last day is over. */
  readonly overdue: boolean;
};

/** Where a page begins: after the objection with this instant, of this member and purpose. */
export type WaitingPlace = {
  readonly since: Date;
  readonly memberId: string;
  readonly purposeKey: string;
};

export type WaitingPage = {
  readonly objections: readonly WaitingObjection[];
  readonly next: WaitingPlace | null;
};

type Candidate = WaitingPlace & { readonly reference: string };

// Only narrows: those that no outcome answers (`answers` in lib/policy/gate/objection-outcome.ts). Whether one stands, the
// policy says, for each that is found.
const unanswered = {
  name: "unanswered-objections",
  text: `SELECT min(c.effective_at) AS since, m.id AS "memberId", c.purpose_key AS "purposeKey", m.reference
    FROM consent_record c JOIN member m ON m.organisation_id = c.organisation_id AND m.id = c.member_id
    WHERE c.organisation_id = $1 AND m.panel_id = $2 AND m.state <> 'erased' AND c.decision = 'objected'
      AND c.purpose_key = ANY($3) AND NOT EXISTS (SELECT FROM objection_outcome o
        WHERE o.organisation_id = c.organisation_id AND o.member_id = c.member_id AND o.purpose_key = c.purpose_key
          AND o.decided_at > c.effective_at AND o.decided_at > c.recorded_at)
    GROUP BY m.id, c.purpose_key, m.reference
    HAVING $4::timestamptz IS NULL OR (min(c.effective_at), m.id, c.purpose_key) > ($4, $5::uuid, $6::text)
    ORDER BY since, m.id, c.purpose_key LIMIT $7`,
};

/** Those of a batch that wait, each with its place. */
async function judge({ panel }: Viewer, batch: readonly Candidate[], at: Date) {
  const facts = await loadMemberFacts(panel.organisationId, [...new Set(batch.map((one) => one.memberId))]);
  const purposes = new Map(panel.document.purposes.map((purpose) => [purpose.key, purpose]));
  const today = londonDate(at);
  return batch.flatMap(({ reference, ...place }) => {
    const [known, purpose] = [facts.get(place.memberId), purposes.get(place.purposeKey)];
    if (known === undefined || purpose === undefined) return [];
    const waiting = standingObjections([purpose], known, at.getTime()).filter(
      (one) => one.standing === "waits",
    );
    return waiting.map(({ since, decideBy }) => {
      const overdue = decideBy !== null && decideBy < today;
      return {
        place,
        objection: { reference, purpose, since, decideBy, overdue } satisfies WaitingObjection,
      };
    });
  });
}

/**
 * The panel's objections that wait for a decision at an instant, the longest waiting first, so that the overdue come before
 * the others. Who objected and later said yes is passed over, so a page may take more than one look.
 */
export async function listWaitingObjections(
  viewer: Viewer,
  at: Date,
  after?: WaitingPlace,
  size = 50,
): Promise<WaitingPage> {
  authorise(viewer, "consentHistory.read");
  const { organisationId, id: panelId, document } = viewer.panel;
  const keys = document.purposes
    .filter(({ lawfulBasis, messageKind }) => {
      return objectionStatus(lawfulBasis, messageKind, at.getTime()).status === "restrictedPending";
    })
    .map(({ key }) => key);
  const found: Awaited<ReturnType<typeof judge>> = [];
  for (let place = after; found.length <= size;) {
    const from = [place?.since ?? null, place?.memberId ?? null, place?.purposeKey ?? null];
    const values = [organisationId, panelId, keys, ...from, size + 1];
    const batch = await reading<Candidate>(undefined, unanswered, values);
    found.push(...(await judge(viewer, batch, at)));
    place = batch.at(-1);
    if (batch.length <= size) break;
  }
  const page = found.slice(0, size);
  const next = found.length > size ? (page.at(-1)?.place ?? null) : null;
  return { objections: page.map(({ objection }) => objection), next };
}
