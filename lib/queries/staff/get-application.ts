import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { ApplicationOutcome } from "@/lib/db/generated/enums";
import { authorise, type Viewer } from "./viewer";

/** An application and what was decided, for those who decide. What the applicant told us: `getMember`. */
export type ApplicationView = {
  readonly submittedAt: Date;
  /** Civil days of its round. */
  readonly closesOn: string;
  readonly decideBy: string;
  readonly outcome: ApplicationOutcome | null;
  /** As the applicant read it. */
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
};

/** The newest application of a person, or null. */
export async function getApplication(viewer: Viewer, memberId: string): Promise<ApplicationView | null> {
  authorise(viewer, "application.view");
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().application.findFirst({
    where: { organisationId, memberId, round: { panelId } },
    include: { round: { select: { closesOn: true, decideBy: true } } },
    orderBy: { submittedAt: "desc" },
  });
  if (found === null) return null;
  const { submittedAt, outcome, reason, decidedAt, decidedBy, round } = found;
  const person =
    decidedBy === null
      ? null
      : await database().staff.findFirst({
          where: { organisationId, id: decidedBy },
          select: { name: true },
        });
  return {
    ...{ submittedAt, outcome, reason, decidedAt },
    decidedBy: person?.name ?? null,
    closesOn: civilDate(round.closesOn),
    decideBy: civilDate(round.decideBy),
  };
}
