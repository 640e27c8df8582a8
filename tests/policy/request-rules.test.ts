import { describe, expect, test } from "vitest";
import type { PolicyDocument } from "@/lib/policy/document";
import { askRefusal, extensionRefusal, identityInDoubt, mayCharge } from "@/lib/policy/request/asking";
import {
  closeRefusal,
  recipientsToTell,
  refusalGrounds,
  refusalLetter,
  type ToClose,
} from "@/lib/policy/request/closing";
import { ownRights } from "@/lib/policy/request/own-rights";
import { requestKinds } from "@/lib/policy/request/request";
import { captureMethods } from "@/lib/policy/vocabulary";
import { moment } from "./gate-makers";
import { documents } from "./presets";

// law.md RR-4 to RR-7, RR-9: what may be asked of who asks, and what must be so before they are answered.

const running = { standing: "running", waitsFor: [] } as const;
const access = { kind: "access", method: "paper", clock: running } as const;

describe("RR-6: who asks", () => {
  test("T: signed in when they asked: who they are is not asked", () => {
    expect(askRefusal("identity", { ...access, method: "web" })).toBe("identityKnown");
    expect(askRefusal("identity", access)).toBeNull();
  });
  test("only of who was not signed in can it be doubted", () => {
    expect(captureMethods.filter((method) => !identityInDoubt(method))).toEqual(["web"]);
  });
});

describe("RR-4, RR-5: asking and extending", () => {
  test.each(requestKinds)("a clarification stops the clock of access only: %s", (kind) => {
    const refusal = kind === "access" ? null : "clarificationOnlyForAccess";
    expect(askRefusal("clarification", { ...access, kind })).toBe(refusal);
  });
  test("what is asked already is not asked again, and nothing is once the last day is over", () => {
    const waits = { standing: "waiting", waitsFor: ["fee"] } as const;
    expect(askRefusal("fee", { ...access, clock: waits })).toBe("askedAlready");
    expect(askRefusal("identity", { ...access, clock: waits })).toBeNull();
    expect(askRefusal("fee", { ...access, clock: { ...running, standing: "overdue" } })).toBe("late");
  });
  test("an extension is noticed inside the first month, once", () => {
    const clock = { extension: "none", extendBy: "2026-09-30" } as const;
    expect(extensionRefusal(clock, "2026-09-30")).toBeNull();
    expect(extensionRefusal(clock, "2026-10-01")).toBe("extensionLate");
    expect(extensionRefusal({ ...clock, extension: "valid" }, "2026-09-01")).toBe("extendedAlready");
    expect(extensionRefusal({ ...clock, extension: "notSent" }, "2026-09-01")).toBeNull();
  });
});

describe("RR-7: a fee, and a refusal", () => {
  test("T: a fee for an ordinary first request is refused", () => {
    for (const kind of requestKinds) expect(mayCharge(kind, "ordinary")).toBe(false);
    expect(mayCharge("access", "furtherCopies")).toBe(true);
    expect(mayCharge("erasure", "furtherCopies")).toBe(false);
    expect(mayCharge("erasure", "excessive")).toBe(true);
  });

  const at = moment("2026-11-22");

  test.each(Object.values(documents))(
    "$panel.name: a refusal says why, and how to complain to us, the regulator, a court",
    (document) => {
      const letter = refusalLetter(document, "One reason.\n\nAnother.", at);
      const said = Object.values(letter ?? {}).flatMap(({ paragraphs }) => paragraphs);
      expect(said).toEqual(expect.arrayContaining(["One reason.", "Another."]));
      const all = said.join("\n");
      for (const part of ["section 164A", document.regulator.at(-1)?.phone ?? "?", "ask a court"])
        expect(all).toContain(part);
    },
  );

  test.each(Object.values(documents))(
    "T: $panel.name: without one of the four it cannot be issued",
    (document) => {
      expect(refusalLetter(document, " \n ", at)).toBeNull();
      expect(refusalLetter({ ...document, regulator: [] }, "A reason.", at)).toBeNull();
      const nobody = { ...document.organisation, dpoEmail: "", contactPhone: " " };
      expect(refusalLetter({ ...document, organisation: nobody }, "A reason.", at)).toBeNull();
    },
  );

  test.each(["refused", "partlyDone"] as const)("%s needs a ground and reasons", (outcome) => {
    const close = { ...whole, outcome };
    expect(closeRefusal({ ...close, ground: null })).toBe("groundMissing");
    for (const ground of refusalGrounds) {
      expect(closeRefusal({ ...close, ground, reasons: " " })).toBe("reasonsMissing");
      expect(closeRefusal({ ...close, ground })).toBeNull();
    }
  });
});

const whole: ToClose = {
  ...{ kind: "access", outcome: "done", reasons: "Because.", ground: null, recipients: [] },
  ...{ stillHeld: true, restricted: false },
};

describe("RR-9: everyone who was given the details", () => {
  const document = documents.connect;
  const settled = { told: true, confirmed: true, notToldReason: null };

  test.each(requestKinds)("is told after putting right, erasing and restricting: %s", (kind) => {
    const told = ["rectification", "erasure", "restriction"].includes(kind);
    const keys = recipientsToTell(document, kind).map(({ key }) => key);
    expect(keys).toEqual(told ? document.recipients.map(({ key }) => key) : []);
  });

  test("T: closed only when each confirmed, or it says why they were not told", () => {
    const close = { ...whole, kind: "rectification" } as const;
    const told = { ...settled, confirmed: false };
    expect(closeRefusal({ ...close, recipients: [settled, told] })).toBe("recipientsOpen");
    const why = { told: false, confirmed: false, notToldReason: "They never had this address." };
    expect(closeRefusal({ ...close, recipients: [settled, why] })).toBeNull();
    expect(closeRefusal({ ...close, recipients: [{ ...why, notToldReason: " " }] })).toBe("recipientsOpen");
    expect(closeRefusal({ ...close, recipients: [told], outcome: "withdrawn" })).toBeNull();
  });

  test("an erasure is done when nothing is held any more, and not before", () => {
    const close = { ...whole, kind: "erasure" } as const;
    expect(closeRefusal(close)).toBe("notErased");
    expect(closeRefusal({ ...close, stillHeld: false })).toBeNull();
    expect(closeRefusal({ ...close, outcome: "partlyDone", ground: "exemption" })).toBeNull();
  });

  test("RR-10: a restriction is done when the details are put aside, and not before", () => {
    const close = { ...whole, kind: "restriction" } as const;
    expect(closeRefusal(close)).toBe("notRestricted");
    expect(closeRefusal({ ...close, restricted: true })).toBeNull();
    expect(closeRefusal({ ...close, stillHeld: false })).toBeNull();
    expect(closeRefusal({ ...close, outcome: "refused", ground: "notThisRight" })).toBeNull();
    expect(closeRefusal({ ...close, outcome: "withdrawn" })).toBeNull();
  });
});

describe("what a member is offered to ask for follows from the bases (law.md 1, matrix)", () => {
  const kinds = (document: PolicyDocument) => ownRights(document).map(({ kind }) => kind);

  test("a file to take away only where something rests on consent or contract, and it says what", () => {
    for (const document of Object.values(documents)) {
      const portable = document.purposes.filter(({ lawfulBasis }) => /consent|contract/u.test(lawfulBasis));
      const offered = ownRights(document).find(({ kind }) => kind === "portability");
      expect(offered === undefined).toBe(portable.length === 0);
      const only = portable.length === document.purposes.length ? [] : portable.map(({ name }) => name);
      expect(offered?.only ?? []).toEqual(portable.length === 0 ? [] : only);
    }
  });

  test("a copy, putting right and putting aside always; saying stop is a choice and never asked for", () => {
    for (const document of Object.values(documents)) {
      expect(kinds(document)).toEqual(expect.arrayContaining(["access", "rectification", "restriction"]));
      expect(kinds(document)).not.toContain("objection");
    }
  });
});
