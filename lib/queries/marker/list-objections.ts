import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { Purpose } from "@/lib/policy/document";
import { openObjection, type OpenObjection } from "@/lib/policy/open-objection";
import { objectionStatus } from "@/lib/policy/objection";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

export type DecidedObjection = {
  readonly id: string;
  readonly purposeKey: string;
  readonly outcome: "accepted" | "overridden";
  readonly reasons: string;
  readonly decidedAt: Date;
};

export type StandingObjection = OpenObjection & {
  readonly purpose: Purpose;
  /** The last day for the answer, civil in Europe/London; null where none is owed. */
  readonly decideBy: string | null;
};

/** What a member objected to and where that stands, and every decision about it, newest first. */
export type Objections = {
  readonly standing: readonly StandingObjection[];
  readonly decided: readonly DecidedObjection[];
};

/** The objections of one member of the viewer's panel. */
export async function listObjections(viewer: Viewer, memberId: string): Promise<Objections> {
  authorise(viewer, "consentHistory.read");
  const { organisationId, document } = viewer.panel;
  const [facts, decided] = await Promise.all([
    loadMemberFacts(organisationId, [memberId]),
    database().objectionOutcome.findMany({
      where: { organisationId, memberId },
      select: { id: true, purposeKey: true, outcome: true, reasons: true, decidedAt: true },
      orderBy: { decidedAt: "desc" },
    }),
  ]);
  const known = facts.get(memberId);
  if (known === undefined) throw new Error("The member does not exist");
  const standing = document.purposes.flatMap((purpose): StandingObjection[] => {
    const open = openObjection(purpose, known, now().getTime());
    if (open === null) return [];
    const status = objectionStatus(purpose.lawfulBasis, purpose.messageKind, open.since);
    const decideBy = status.status === "restrictedPending" ? status.decideBy : null;
    return [{ ...open, purpose, decideBy }];
  });
  return { standing, decided };
}
