import { expect, it } from "vitest";
import { firstDecisions, laterDecisions, takingBackYeses } from "@/prisma/seed/decisions";
import { randomFrom } from "@/prisma/seed/random";
import { presetDocument } from "../support/panel";

const joinedAt = Date.UTC(2025, 0, 10);
const now = Date.UTC(2026, 10, 22);

it.each(["connect", "customer-voices"] as const)(
  "nobody in the demo of %s takes back a yes that they never gave",
  (preset) => {
    const document = presetDocument(preset);
    const random = randomFrom(7);
    const people = Array.from({ length: 2_000 }, () => {
      const later = laterDecisions(random, document, joinedAt, now);
      const first = firstDecisions(random, document, joinedAt, false);
      return { first, changes: takingBackYeses(first, later) };
    });
    const takenBack = people.flatMap(({ first, changes }) =>
      changes.filter(({ decision }) => decision === "withdrawn").map((change) => ({ first, change })),
    );
    expect(takenBack.length).toBeGreaterThan(50);
    for (const { first, change } of takenBack) {
      const yeses = first.filter(
        ({ purposeKey, channel, decision }) =>
          decision === "given" &&
          purposeKey === change.purposeKey &&
          (change.channel === null || channel === change.channel),
      );
      expect(yeses).not.toEqual([]);
    }
  },
);
