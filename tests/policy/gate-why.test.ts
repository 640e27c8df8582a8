import { describe, expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import { explain, whatWouldChange } from "@/lib/policy/gate/explain";
import { mayOverride } from "@/lib/policy/gate/override";
import { gateCodes } from "@/lib/policy/gate/types";
import { staffRoles } from "@/lib/policy/vocabulary";
import { decision, facts, noon, purpose, request } from "./gate-makers";

// Shared addresses, why the gate answered as it did, and who may set an answer aside.

const post = request({ channel: "post" });

test("13 T: two members share one e-mail, one takes it back: the address is closed for both, another is not", () => {
  const consents = [decision("given", "2026-03-01")];
  const marketing = purpose({ lawfulBasis: "consent" });
  const shared = facts({
    purpose: marketing,
    consents,
    suppressions: [{ purposeKey: "promotion", channel: "email", recordedAt: noon }],
  });
  expect(decide(request(), shared, noon).code).toBe("suppression.address");
  expect(decide(request(), facts({ purpose: marketing, consents }), noon).code).toBe("permitted");
});

test("PE-13 T: one of two joint tenants closes the landline; the other's e-mail is unaffected", () => {
  const phone = [
    { purposeKey: null, channel: null, messageKind: "directMarketing", recordedAt: noon },
  ] as const;
  const other = facts({ tpsScreenedOn: "2026-11-20", suppressions: phone });
  expect(decide(request({ channel: "call" }), other, noon).code).toBe("suppression.address");
  const mail = facts({ consents: [decision("given", "2026-03-01")] });
  expect(decide(request(), mail, noon).code).toBe("permitted");
});

describe("why", () => {
  test("every rule is named, in order, and one decides", () => {
    const found = explain(post, facts({ member: { doNotVisit: true, deceased: true } }), noon);
    expect(found.filter(({ decides }) => decides).map(({ rule, code }) => [rule, code])).toEqual([
      ["member", "member.deceased"],
    ]);
    expect(found.at(-1)?.rule).toBe("budget");
  });
  test("a no can be changed by nobody but the person", () => {
    for (const code of ["consent.withdrawn", "consent.refused", "objection.received"] as const) {
      expect(whatWouldChange({ code })).toEqual({ by: "person", sentenceKey: `change.${code}` });
    }
  });
});

describe("PE-15 T: setting a refusal aside", () => {
  const reason = "The repairs hearing moved to tomorrow.";
  test("takes the data protection officer and a reason", () => {
    const budget = { code: "member.askedRecently" } as const;
    expect(staffRoles.filter((role) => mayOverride(role, budget, reason))).toEqual(["dpo"]);
    expect(mayOverride("dpo", budget, " ")).toBe(false);
  });
  test("reaches the panel's own promises, never a no and never the law", () => {
    expect(gateCodes.filter((code) => mayOverride("dpo", { code }, reason))).toEqual([
      "member.askedRecently",
      "panel.quietDates",
    ]);
  });
});
