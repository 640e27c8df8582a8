import type { Happening } from "./made-ledger";

const people = Array.from({ length: 12 }, (_, n) => `0192b6ac-5400-7000-8000-0000000000${n + 10}`);

/** Entries that fill every field: decisions of some people, and now and then something read. */
export function eventful(count: number): readonly Happening[] {
  return Array.from({ length: count }, (_, place): Happening => {
    const subject = people[place % people.length] ?? null;
    const at = new Date(1_860_000_000_000 + place * 60_000).toISOString();
    if (place % 7 === 6)
      return {
        ...{ eventType: "ledger.read", subject, purpose: null, channel: null },
        ...{ effectiveAt: at, actorRef: "Zoë at the desk", data: { view: "trail" } },
      };
    const word = place % 3 === 0 ? "withdrawn" : "given";
    return {
      ...{ eventType: `consent.${word}`, subject, purpose: place % 2 === 0 ? "news" : "surveys" },
      ...{ channel: place % 5 === 0 ? null : "email", effectiveAt: at, actorRef: `person ${place}` },
      data: { consentRecordId: `record-${place}`, method: "web", previous: ["given", "refused"] },
    };
  });
}
