import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { MessageTemplate } from "@/lib/messaging/template";
import { standingObjections, type StandingObjection } from "@/lib/policy/open-objection";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { toldBy, type Told } from "./told";

export type DecidedObjection = {
  readonly id: string;
  readonly purposeKey: string;
  readonly outcome: "accepted" | "overridden";
  readonly reasons: string;
  readonly decidedAt: Date;
  readonly toldAt: Date | null;
  readonly told: Told;
};

/** What a member objected to and where that stands, and every decision about it, newest first. */
export type Objections = {
  readonly standing: readonly StandingObjection[];
  readonly decided: readonly DecidedObjection[];
};

type Outcome = Omit<DecidedObjection, "told">;

/** The outcomes with what became of their mails. */
async function withTold(organisationId: string, memberId: string, outcomes: readonly Outcome[]) {
  const mails = await database().delivery.findMany({
    where: { organisationId, memberId, template: "objection-decided" satisfies MessageTemplate },
    select: { state: true, subjectIds: true },
  });
  const states = new Map(
    mails.map(({ state, subjectIds }) => [
      (subjectIds as Record<string, unknown>)["objectionOutcomeId"],
      state,
    ]),
  );
  return outcomes.map((outcome): DecidedObjection => {
    return { ...outcome, told: toldBy(outcome.toldAt, states.get(outcome.id)) };
  });
}

/** The objections of one member of the viewer's panel. */
export async function listObjections(viewer: Viewer, memberId: string): Promise<Objections> {
  authorise(viewer, "consentHistory.read");
  const { organisationId, document } = viewer.panel;
  const [facts, decided] = await Promise.all([
    loadMemberFacts(organisationId, [memberId]),
    database().objectionOutcome.findMany({
      where: { organisationId, memberId },
      select: { id: true, purposeKey: true, outcome: true, reasons: true, decidedAt: true, toldAt: true },
      orderBy: { decidedAt: "desc" },
    }),
  ]);
  const known = facts.get(memberId);
  if (known === undefined) throw new Error("The member does not exist");
  const standing = standingObjections(document.purposes, known, now().getTime());
  return { standing, decided: await withTold(organisationId, memberId, decided) };
}
