import { addPeriod } from "@/lib/policy/civil";
import type { PolicyDocument } from "@/lib/policy/document";

function daysFrom(day: string, days: number): string {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/**
 * A policy whose round of applications is open on this day (civil), whenever that is: it opened three weeks before, and
 * closes in a week. A panel that people join at any time stays as it is.
 */
export function withOpenRound(document: PolicyDocument, today: string): PolicyDocument {
  const [round] = document.membership.rounds ?? [];
  if (round === undefined) return document;
  const closesOn = daysFrom(today, 7);
  const open = {
    key: `closes-${closesOn}`,
    opensOn: daysFrom(today, -21),
    closesOn,
    decideBy: addPeriod(closesOn, "P2M") ?? closesOn,
    places: round.places,
  };
  return { ...document, membership: { ...document.membership, rounds: [open] } };
}
