import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseEmail } from "@/lib/policy/address";
import { mayJoinAt, needsParent } from "@/lib/policy/age";
import { mayAnswer, placesLeft, whyNoLonger } from "@/lib/policy/invitation";
import { memberReference, readMemberReference } from "@/lib/policy/member-reference";

describe("RT-3: one mailbox is one address", () => {
  test.each([
    ["Robin@Example.COM", "robin@example.com"],
    ["  robin@example.com ", "robin@example.com"],
    ["ｒｏｂｉｎ@example.com", "robin@example.com"],
    ["r.o.bin@example.com", "r.o.bin@example.com"],
    ["robin+panel@example.co.uk", "robin+panel@example.co.uk"],
    ["robin@localhost", null],
    ["robin@@example.com", null],
    ["robin@example..com", null],
    [".robin@example.com", null],
    ["robin@127.0.0.1", null],
    ['"robin"@example.com', null],
    ["a@b.example, c@d.example", null],
    ["Robin <robin@example.com>", null],
    ["robin@example.com\r\nBcc: x@y.example", null],
    ["röbin@example.com", null],
    ["", null],
  ])("%j is %j", (typed, expected) => {
    expect(normaliseEmail(typed)).toBe(expected);
  });
  test("never throws, and says the same about its own answer", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        const address = normaliseEmail(typed);
        if (address !== null) expect(normaliseEmail(address)).toBe(address);
      }),
    );
  });
});

describe("CN-7: age counts in whole years on the day", () => {
  test.each([
    [18, "2008-11-21", "2026-11-21", "oldEnough"],
    [18, "2008-11-22", "2026-11-21", "tooYoung"],
    [16, "2010-02-28", "2026-02-27", "tooYoung"],
    [18, "2008-02-29", "2026-02-28", "tooYoung"],
    [18, "2008-02-29", "2026-03-01", "oldEnough"],
    [18, "2027-01-01", "2026-11-21", "unreadable"],
    [18, "1990-02-30", "2026-11-21", "unreadable"],
  ] as const)("from %d, born %s, on %s: %s", (minimum, born, on, expected) => {
    expect(mayJoinAt(minimum, born, on)).toBe(expected);
  });
  test("T: born 22 November 2013: needs a parent on 21 November 2026, not on 22 November", () => {
    expect(needsParent("2013-11-22", "2026-11-21")).toBe(true);
    expect(needsParent("2013-11-22", "2026-11-22")).toBe(false);
  });
});

describe("a member's reference", () => {
  const bytes = fc.uint8Array({ minLength: 6, maxLength: 16 });
  test("is read back as it was written, however it is typed", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = memberReference("CV", random);
        const spoken = `${reference.slice(0, 5)} ${reference.slice(5)}`.toLowerCase();
        expect(reference).toMatch(/^CV-[2346789BCDFGHJKMNPQRTVWXY]{7}$/);
        expect(readMemberReference("CV", spoken)).toBe(reference);
        expect(memberReference("CV", random)).toBe(reference);
      }),
    );
  });
  test("with one wrong or two swapped characters is none", () => {
    const reference = memberReference("CV", Uint8Array.of(3, 141, 59, 26, 53, 58, 97, 93));
    const body = reference.slice(3);
    for (let place = 0; place < 6; place += 1) {
      const wrong = body.slice(0, place) + (body[place] === "B" ? "C" : "B") + body.slice(place + 1);
      expect(readMemberReference("CV", `CV-${wrong}`)).toBeNull();
      const swapped =
        body.slice(0, place) + body.charAt(place + 1) + body.charAt(place) + body.slice(place + 2);
      if (place < 5 && swapped !== body) expect(readMemberReference("CV", `CV-${swapped}`)).toBeNull();
    }
  });
  test("needs enough randomness", () => {
    expect(() => memberReference("CV", Uint8Array.of(1, 2))).toThrow(RangeError);
  });
});

describe("an invitation", () => {
  const open = { activity: "open", notThis: false, answer: null } as const;
  const session = { startsAt: 1_000, capacity: 8, acceptedByOthers: 7 };
  test.each([
    ["may be accepted while there is room", open, session, "accepted", 999, { ok: true, changes: true }],
    [
      "not when full",
      open,
      { ...session, acceptedByOthers: 8 },
      "accepted",
      999,
      { ok: false, code: "invitation.sessionFull" },
    ],
    [
      "may be declined when full",
      open,
      { ...session, acceptedByOthers: 8 },
      "declined",
      999,
      { ok: true, changes: true },
    ],
    [
      "not once the session has started",
      open,
      session,
      "accepted",
      1_000,
      { ok: false, code: "invitation.sessionStarted" },
    ],
    [
      "the same answer again changes nothing, even when full",
      { ...open, answer: "accepted" },
      { ...session, acceptedByOthers: 8 },
      "accepted",
      999,
      { ok: true, changes: false },
    ],
    [
      'may be taken up after "not this one"',
      { ...open, notThis: true, answer: "declined" },
      session,
      "accepted",
      999,
      { ok: true, changes: true },
    ],
    [
      "not when cancelled",
      { ...open, activity: "cancelled" },
      session,
      "accepted",
      999,
      { ok: false, code: "invitation.cancelled" },
    ],
    [
      "not when closed",
      { ...open, activity: "closed" },
      session,
      "declined",
      999,
      { ok: false, code: "invitation.notOpen" },
    ],
  ] as const)("%s", (_name, invitation, when, answer, at, expected) => {
    expect(mayAnswer(invitation, when, answer, at)).toEqual(expected);
  });
  test.each([
    ["asks", { notThis: false, answer: null }, null],
    ["asks", { notThis: true, answer: null }, "invitation.notThis"],
    ["asks", { notThis: false, answer: "accepted" }, "invitation.answered"],
    ["asks", { notThis: false, answer: "declined" }, "invitation.answered"],
    ["asks", { notThis: false, answer: "answered" }, "invitation.answered"],
    ["change", { notThis: false, answer: "accepted" }, null],
    ["change", { notThis: false, answer: "declined" }, "invitation.answered"],
    ["change", { notThis: false, answer: null }, "invitation.answered"],
    ["change", { notThis: true, answer: "declined" }, "invitation.notThis"],
    ["cancellation", { notThis: false, answer: null }, null],
    ["cancellation", { notThis: false, answer: "accepted" }, null],
    ["cancellation", { notThis: false, answer: "answered" }, null],
    ["cancellation", { notThis: false, answer: "declined" }, "invitation.answered"],
    ["cancellation", { notThis: true, answer: null }, "invitation.notThis"],
  ] as const)("a mail that %s, to someone who stands at %o: %s", (mail, standing, code) => {
    expect(whyNoLonger(mail, standing)).toBe(code);
  });
  test("an overbooked session has no places left, not minus one", () => {
    expect(placesLeft({ capacity: 8, acceptedByOthers: 9 })).toBe(0);
  });
});
