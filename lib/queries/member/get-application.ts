import { civilDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { ApplicationOutcome } from "@/lib/db/generated/enums";

/** A person's own application, as their pages show it. Days are civil. */
export type OwnApplication = {
  readonly submittedAt: Date;
  readonly closesOn: string;
  readonly decideBy: string;
  readonly outcome: ApplicationOutcome | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
};

/** The member's newest application; null for who joined without one. */
export async function getOwnApplication(
  organisationId: string,
  memberId: string,
): Promise<OwnApplication | null> {
  const found = await database().application.findFirst({
    where: { organisationId, memberId },
    include: { round: { select: { closesOn: true, decideBy: true } } },
    orderBy: { submittedAt: "desc" },
  });
  if (found === null) return null;
  const { submittedAt, outcome, decidedAt, reason, round } = found;
  return {
    ...{ submittedAt, outcome, decidedAt, reason },
    closesOn: civilDate(round.closesOn),
    decideBy: civilDate(round.decideBy),
  };
}
