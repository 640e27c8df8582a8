import fc from "fast-check";
import { channels } from "@/lib/policy/vocabulary";
import type { Happening } from "./made-ledger";

// Anything that may truly happen, for ledgers nobody touched.

const text = fc
  .string({ unit: "binary", maxLength: 8 })
  .filter((value) => !value.includes("\u0000") && value.isWellFormed());
const people = Array.from({ length: 4 }, (_, n) => `0192b6ac-5400-7000-8000-00000000000${n}`);
const time = fc
  .date({ min: new Date("2029-01-01"), max: new Date("2029-06-01"), noInvalidDate: true })
  .map((at) => at.toISOString());
// Few moments, so that decisions tie.
const few = fc.constantFrom(
  "2029-03-01T10:00:00.000Z",
  "2029-03-02T10:00:00.000Z",
  "2029-04-01T10:00:00.000Z",
);
const until = fc.option(fc.oneof(time, fc.constant("2031-01-01T00:00:00.000Z")), { nil: undefined });

const decision = fc
  .record({
    decision: fc.constantFrom("given", "given", "given", "refused", "withdrawn", "objected", "expired"),
    subject: fc.constantFrom(...people),
    purpose: fc.constantFrom("news", "surveys", "call-2"),
    channel: fc.option(fc.constantFrom(...channels)),
    effectiveAt: fc.oneof(few, time),
    method: fc.constantFrom("web", "link", "phone", "import"),
    shown: fc.boolean(),
    until,
  })
  .map(({ decision: word, method, shown, until: validUntil, ...rest }): Happening => {
    const proof = shown ? { noticeShownId: "notice" } : {};
    const end = validUntil === undefined || word !== "given" ? {} : { validUntil };
    return { ...rest, eventType: `consent.${word}`, actorRef: "test", data: { method, ...proof, ...end } };
  });

const other = fc
  .record({
    eventType: fc.constantFrom("ledger.read", "subject.erased", "member.left"),
    subject: fc.option(fc.constantFrom(...people)),
    purpose: fc.option(text),
    effectiveAt: time,
    actorRef: text,
    data: fc.record({ view: text, list: fc.array(text, { maxLength: 3 }) }),
  })
  .map((what): Happening => ({ ...what, channel: null }));

/** Something that happened: a decision in most cases. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: decision, weight: 3 },
  { arbitrary: other, weight: 1 },
);
