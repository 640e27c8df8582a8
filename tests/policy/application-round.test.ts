import { describe, expect, it } from "vitest";
import { factsFor } from "@/lib/policy/contact-permission";
import type { PolicyDocument } from "@/lib/policy/document";
import { decide } from "@/lib/policy/gate/decide";
import { isAboutApplications, itemsWithoutPlace, joiningOn } from "@/lib/policy/application-round";
import { byAddressKind } from "@/lib/policy/channel-law";
import residentPanel from "@/prisma/presets/resident-panel.json";
import customerVoices from "@/prisma/presets/customer-voices.json";

const panel = residentPanel as unknown as PolicyDocument;

describe("when people may apply", () => {
  it.each([
    ["2026-08-02", "closed", "autumn-2026"],
    ["2026-08-03", "round", "autumn-2026"],
    ["2026-08-31", "round", "autumn-2026"],
    ["2026-09-01", "closed", null],
  ])("on %s it is %s", (day, kind, key) => {
    const joining = joiningOn(panel, day);
    const named = joining.kind === "round" ? joining.round : joining.kind === "closed" ? joining.next : null;
    expect([joining.kind, named?.key ?? null]).toEqual([kind, key]);
  });

  it("people join at any time where there are no rounds", () => {
    expect(joiningOn(customerVoices as unknown as PolicyDocument, "2026-08-02")).toEqual({ kind: "anyTime" });
  });
});

describe("what is kept of an application without a place", () => {
  it("RT-1: all of it goes six months after applications closed, months clamped, whenever it was decided", () => {
    const items = itemsWithoutPlace(panel, [], "2026-08-31", "2026-11-21");
    const days = new Map(items.map(({ ruleKey, dueOn }) => [ruleKey, dueOn]));
    expect(days.get("unsuccessful")).toBe("2027-02-28");
    expect(days.get("panel-term")).toBe("2027-02-28");
    expect(days.get("evidence")).toBe("2032-11-21");
  });
});

describe("an applicant is written to about their application, and about nothing else", () => {
  const address = { verified: true, bounced: false, suppressions: [] };
  const facts = {
    member: {
      ...({ state: "applicant", restricted: false, pausedUntil: null, joinedAt: null } as const),
      ...{ noticeShown: true, approaches: [] },
    },
    addresses: byAddressKind({
      email: address,
      phone: null,
      home: address,
      account: null,
      socialNetwork: null,
    }),
    consents: [],
    tpsScreenedOn: null,
  };
  const at = Date.parse("2026-08-20T12:00:00Z");
  const services = panel.purposes.filter(({ messageKind }) => messageKind === "service");

  it.each(services.map((purpose) => [purpose.name, purpose] as const))("%s", (_name, purpose) => {
    const request = {
      ...({ kind: "service", channel: "email", purposeKey: purpose.key } as const),
      ...{ contentReviewed: true, countsAsApproach: false },
    };
    const { permitted, code } = decide(request, factsFor(panel, facts, purpose.key, "email", at), at);
    const own = isAboutApplications(panel, purpose);
    expect({ permitted, code }).toEqual(
      own ? { permitted: true, code: "permitted" } : { permitted: false, code: "member.notJoined" },
    );
  });
});
