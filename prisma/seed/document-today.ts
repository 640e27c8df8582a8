import { addPeriod } from "@/lib/policy/civil";
import type { PolicyDocument } from "@/lib/policy/document";

/** The day on which the presets were last looked through: no approval in them is after it, each review is. */
const looked = "2026-11-21";
const dayMs = 86_400_000;

function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
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

/**
 * A preset as an organisation has it that keeps it up, on this day (civil): assessments, what was looked up about a recipient
 * and what is planned with one are as far from today as they were from the day the presets were looked through. Otherwise
 * everything that rests on an assessment would be paused once its review in the file is over (law.md AC-2).
 */
export function keptUp(document: PolicyDocument, today: string): PolicyDocument {
  const days = Math.round((Date.parse(today) - Date.parse(looked)) / dayMs);
  const moved = (day: string) => daysFrom(day, days);
  return {
    ...document,
    recipients: document.recipients.map((recipient) => ({
      ...recipient,
      ...(recipient.ukExtensionCheckedOn && {
        ukExtensionCheckedOn: moved(recipient.ukExtensionCheckedOn),
      }),
      ...(recipient.retentionPlan && {
        retentionPlan: { ...recipient.retentionPlan, by: moved(recipient.retentionPlan.by) },
      }),
    })),
    accountability: document.accountability.map((record) => ({
      ...record,
      approvedOn: moved(record.approvedOn),
      reviewOn: moved(record.reviewOn),
    })),
  };
}
