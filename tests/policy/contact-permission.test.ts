import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideContactPermission, factsFor, standardRequest } from "@/lib/policy/contact-permission";
import { decide } from "@/lib/policy/gate/decide";
import { gateCodes, type GateDecision } from "@/lib/policy/gate/types";
import { isPermitted, packPermission, bytesOf, reasonAt, slotOf } from "@/lib/policy/permission-slots";
import { channels } from "@/lib/policy/vocabulary";
import { instant, memberFacts, presetDocument } from "./arbitrary";

const slotCount = 8 * channels.length;

describe("the packed contact permission", () => {
  test("gives every purpose slot and channel its own place from 0 to 79", () => {
    const places = Array.from({ length: 8 }, (_, slot) =>
      channels.map((channel) => slotOf(slot, channel)),
    ).flat();
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, place) => place));
  });

  test.each([-1, 8, 0.5, Number.NaN])("knows no purpose slot %d", (slot) => {
    expect(() => slotOf(slot, "email")).toThrow(RangeError);
  });

  test("the stored places of channels do not move", () => {
    expect(channels.map((channel) => slotOf(3, channel))).toEqual([3, 11, 19, 27, 35, 43, 51, 59, 67, 75]);
  });

  test("comes back as it went in", () => {
    const answer = fc.record({
      code: fc.constantFrom(...gateCodes),
      citation: fc.constant("x"),
      validUntil: fc.option(instant, { nil: null }),
    });
    const answers = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 79 }), answer))
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
          expect(isPermitted(packed.permitted, slot)).toBe(expected === "permitted");
        }
        expect(packed.validUntil).toBe(ends.length === 0 ? null : Math.min(...ends));
      }),
      { numRuns: 1_000 },
    );
  });

  test("a row that was never packed permits nothing", () => {
    expect(reasonAt(new Uint8Array(), 3)).toBe("channel.notOffered");
    expect(isPermitted(new Uint8Array(), 3)).toBe(false);
  });

  test("the stored places of reasons do not move", () => {
    expect(bytesOf("permitted")).toEqual([0]);
    expect(bytesOf("member.paused")).toEqual([6]);
    expect(bytesOf("consent.missing")).toEqual([14]);
    expect(bytesOf("message.wrongKind")).toEqual([26]);
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
            request === null
              ? null
              : decide(request, factsFor(document, facts, purpose.key, channel, at), at);
          expect(reasonAt(packed.reasons, slot)).toBe(fresh?.code ?? "channel.notOffered");
          expect(isPermitted(packed.permitted, slot)).toBe(fresh?.permitted ?? false);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
