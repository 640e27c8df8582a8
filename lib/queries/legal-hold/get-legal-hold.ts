import { civilDate, londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { LegalHoldStepKind } from "@/lib/db/generated/client";
import { isReviewOverdue, releaseFault, type LegalHoldGround } from "@/lib/policy/legal-hold";
import type { CivilDate } from "@/lib/policy/vocabulary";
import { staffNames } from "@/lib/queries/policy/staff-names";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { heldReferences, type Held } from "./held-references";

/** Somebody who did something with a hold, and when. `name`: null when they are not known any more. */
export type By = { readonly name: string | null; readonly at: Date };

/** What was thought about a hold since it was placed. */
export type LegalHoldStepTaken = By & {
  readonly id: string;
  readonly kind: LegalHoldStepKind;
  readonly reason: string;
  /** Of a review: from then on. */
  readonly owner: string | null;
  readonly reviewOn: CivilDate | null;
};

export type LegalHoldInFull = {
  readonly id: string;
  readonly held: Held;
  readonly ground: LegalHoldGround;
  readonly reason: string;
  readonly ownerId: string;
  readonly owner: string | null;
  readonly reviewOn: CivilDate;
  readonly overdue: boolean;
  readonly placed: By;
  /** Null while nobody wants it to end. `own`: the viewer proposed it, so somebody else must agree. */
  readonly proposed: (By & { readonly reason: string; readonly own: boolean }) | null;
  readonly released: By | null;
  /** Oldest first. */
  readonly steps: readonly LegalHoldStepTaken[];
};

/** A hold of the viewer's panel with all that was thought about it, or null. */
export async function getLegalHold(viewer: Viewer, id: string, at: Date): Promise<LegalHoldInFull | null> {
  authorise(viewer, "legalHold.view");
  const { organisationId, id: panelId } = viewer.panel;
  const row = await database().legalHold.findFirst({
    where: { organisationId, panelId, id },
    include: { steps: { orderBy: [{ takenAt: "asc" }, { id: "asc" }] } },
  });
  if (row === null) return null;
  const { ownerId, placedBy, releaseProposedBy, releaseApprovedBy, steps } = row;
  const people = [ownerId, placedBy, releaseProposedBy, releaseApprovedBy];
  const [held, names] = await Promise.all([
    heldReferences(organisationId, [row.memberId]),
    staffNames(organisationId, [...people, ...steps.flatMap((step) => [step.takenBy, step.ownerId])]),
  ]);
  const nameOf = (staffId: string | null) => (staffId === null ? null : (names.get(staffId) ?? null));
  const by = (staffId: string | null, when: Date | null) =>
    when === null ? null : { name: nameOf(staffId), at: when };
  const proposed = by(releaseProposedBy, row.releaseProposedAt);
  const own = viewer.actor.kind === "staff" && releaseFault(viewer.actor.staffId, releaseProposedBy) !== null;
  const reviewOn = civilDate(row.reviewOn);
  return {
    ...{ id, held: held(row.memberId), ground: row.ground as LegalHoldGround, reason: row.reason },
    ...{ ownerId, owner: nameOf(ownerId), reviewOn },
    overdue: row.releasedAt === null && isReviewOverdue(reviewOn, londonDate(at)),
    placed: { name: nameOf(placedBy), at: row.placedAt },
    proposed: proposed === null ? null : { ...proposed, reason: row.releaseReason ?? "", own },
    released: by(releaseApprovedBy, row.releasedAt),
    steps: steps.map((step) => ({
      ...{ id: step.id, kind: step.kind, reason: step.reason, name: nameOf(step.takenBy), at: step.takenAt },
      ...{ owner: nameOf(step.ownerId), reviewOn: step.reviewOn === null ? null : civilDate(step.reviewOn) },
    })),
  };
}
