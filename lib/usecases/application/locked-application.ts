import type { ApplicationOutcome } from "@/lib/db/generated/enums";
import type { CivilDate, MemberState } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** A person's newest application, locked together with their member row until the transaction ends. */
export type LockedApplication = {
  readonly id: string;
  readonly roundId: string;
  readonly round: string;
  readonly closesOn: CivilDate;
  readonly outcome: ApplicationOutcome | null;
  readonly memberId: string;
  readonly subjectRef: string;
  readonly state: MemberState;
};

/** The newest application of the member with this reference or id, or null. */
export async function lockApplication(
  ctx: Ctx,
  panel: PanelView,
  who: { readonly reference: string } | { readonly memberId: string },
): Promise<LockedApplication | null> {
  const reference = "reference" in who ? who.reference : null;
  const memberId = "memberId" in who ? who.memberId : null;
  const rows = await ctx.tx.$queryRaw<LockedApplication[]>`
    SELECT a.id::text AS id, a.round_id::text AS "roundId", r.key AS round, r.closes_on::text AS "closesOn",
      a.outcome::text AS outcome, m.id::text AS "memberId", m.subject_ref::text AS "subjectRef", m.state::text AS state
    FROM member m
    JOIN application a ON a.organisation_id = m.organisation_id AND a.member_id = m.id
    JOIN application_round r ON r.organisation_id = a.organisation_id AND r.id = a.round_id
    WHERE m.organisation_id = ${panel.organisationId}::uuid AND m.panel_id = ${panel.id}::uuid
      AND (m.reference = ${reference} OR m.id = ${memberId}::uuid)
    ORDER BY a.submitted_at DESC LIMIT 1 FOR NO KEY UPDATE OF m, a`;
  return rows[0] ?? null;
}
