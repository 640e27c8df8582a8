import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideContactPermission, factsFor, standardRequest } from "@/lib/policy/contact-permission";
import { decide } from "@/lib/policy/gate/decide";
import { gateCodes, type GateDecision } from "@/lib/policy/gate/types";
import {
  isPacked,
  isPermitted,
  packPermission,
  reasonAt,
  reasonByte,
  slotCount,
  slotOf,
} from "@/lib/policy/permission-slots";
import { channels } from "@/lib/policy/vocabulary";
import { instant, memberFacts, presetDocument } from "./arbitrary";

describe("the packed contact permission", () => {
  test("gives every purpose slot and channel its own place from 0 to 31", () => {
    const places = Array.from({ length: 8 }, (_, slot) =>
      channels.filter(isPacked).map((channel) => slotOf(slot, channel)),
    ).flat();
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: slotCount }, (_, place) => place));
  });

  test.each([-1, 8, 0.5, Number.NaN])("knows no purpose slot %d", (slot) => {
    expect(() => slotOf(slot, "email")).toThrow(RangeError);
  });

  test("has no place for a channel that is not packed", () => {
    expect(() => slotOf(0, "visit")).toThrow(RangeError);
  });

  test("comes back as it went in", () => {
    const answer = fc.record({
      code: fc.constantFrom(...gateCodes),
      citation: fc.constant("x"),
      validUntil: fc.option(instant, { nil: null }),
    });
    const answers = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 31 }), answer))
      .map(
        (entries) =>
          new Map<number, GateDecision>(
            entries.map(([slot, one]) => [slot, { ...one, permitted: one.code === "permitted" }]),
          ),
      );
    fc.assert(
      fc.property(answers, (decisions) => {
        const packed = packPermission(decisions);
        const ends = [...decisions.values()].flatMap(({ validUntil }) => validUntil ?? []);
        for (let slot = 0; slot < slotCount; slot += 1) {
          const expected = decisions.get(slot)?.code ?? "channel.notOffered";
          expect(reasonAt(packed.reasons, slot)).toBe(expected);
          expect(isPermitted(packed.bits, slot)).toBe(expected === "permitted");
        }
        expect(packed.reasons).toHaveLength(slotCount);
        expect(packed.validUntil).toBe(ends.length === 0 ? null : Math.min(...ends));
      }),
      { numRuns: 1_000 },
    );
  });

  test("a row that was never packed permits nothing", () => {
    expect(reasonAt(new Uint8Array(), 3)).toBe("channel.notOffered");
    expect(isPermitted(0n, 3)).toBe(false);
  });

  test("the stored places of reasons do not move", () => {
    expect(reasonByte("permitted")).toBe(0);
    expect(reasonByte("member.paused")).toBe(6);
    expect(reasonByte("consent.missing")).toBe(14);
    expect(reasonByte("message.wrongKind")).toBe(26);
    expect(gateCodes.length).toBeLessThan(255);
  });
});

test("contact permission is always what the gate says at that instant", () => {
  fc.assert(
    fc.property(presetDocument, memberFacts, instant, (document, facts, at) => {
      const packed = decideContactPermission(document, facts, at);
      for (const purpose of document.purposes) {
        for (const channel of purpose.channels) {
          const request = standardRequest(purpose, channel);
          const slot = slotOf(purpose.slot, channel);
          const fresh =
            request === null ? null : decide(request, factsFor(document, facts, purpose.key, channel), at);
          expect(reasonAt(packed.reasons, slot)).toBe(fresh?.code ?? "channel.notOffered");
          expect(isPermitted(packed.bits, slot)).toBe(fresh?.permitted ?? false);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
