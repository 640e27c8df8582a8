import { describe, expect, test } from "vitest";
import { mayKeepClick, mayUseDevice, opensProve, tracking } from "@/lib/policy/device-storage";
import { complaintHealth, domainFlaws } from "@/lib/policy/mail-health";
import { mayMeasure, pecrGrounds, readPecrGround } from "@/lib/policy/satisfaction-survey";
import { spamReportEffects, stopEffects } from "@/lib/policy/stop";
import { documents } from "./presets";

// law.md 8, 10 and what 11 says about messages: reading, mail providers, the regulator of housing.

const use = {
  purpose: "statistics",
  reusedByOthers: false,
  noticeShown: true,
  objectionOffered: true,
  objected: false,
  consented: false,
} as const;

describe("CK-1: what is stored on a device", () => {
  test.each([
    ["T: analytics that others use for themselves", { ...use, reusedByOthers: true }, false],
    ["the same with a yes", { ...use, reusedByOthers: true, consented: true }, true],
    ["T: one's own counter with notice and a switch", use, true],
    ["the switch was used", { ...use, objected: true }, false],
    ["no notice", { ...use, noticeShown: false }, false],
    ["signing in", { ...use, purpose: "strictlyNecessary", noticeShown: false }, true],
    ["CK-4 T: anything else before a choice", { ...use, purpose: "other" }, false],
    ["a chosen look with notice", { ...use, purpose: "appearance" }, true],
    ["a chosen look without notice", { ...use, purpose: "appearance", noticeShown: false }, false],
    ["a look that somebody objected to", { ...use, purpose: "appearance", objected: true }, false],
  ] as const)("%s: %s", (_name, asked, expected) => {
    expect(mayUseDevice(asked)).toBe(expected);
  });
});

describe("CK-2: whether a mail was read", () => {
  test("T: without a yes there is no pixel and no link is personal", () => {
    expect(tracking(true, false)).toEqual({ pixel: false, personalLinks: false });
    expect(tracking(true, true)).toEqual({ pixel: true, personalLinks: true });
    expect(tracking(false, true)).toEqual({ pixel: false, personalLinks: false });
  });
  test("T: taking that yes back leaves the membership alone", () => {
    const stopped = stopEffects(documents.residentPanel, "emailAnalytics", null);
    expect(stopped.map(({ purposeKey }) => purposeKey)).toEqual(["emailAnalytics"]);
  });
  test("CK-3 T: a click is not kept beside a member who did not say yes", () => {
    expect(mayKeepClick({ joinedToMember: true, consentsToAnalytics: false })).toBe(false);
    expect(mayKeepClick({ joinedToMember: false, consentsToAnalytics: false })).toBe(true);
    expect(mayKeepClick({ joinedToMember: true, consentsToAnalytics: true })).toBe(true);
  });
  test("CK-4: an open proves nothing", () => {
    expect(opensProve).toEqual({ noticeReceived: false, memberInactive: false });
  });
});

describe("EM-2: mail providers", () => {
  test("T: nothing is scheduled from a domain without aligned DKIM", () => {
    expect(domainFlaws({ spf: true, dkimAligned: false, dmarcPolicy: "none" })).toEqual(["dkim"]);
    expect(domainFlaws({ spf: true, dkimAligned: true, dmarcPolicy: "none" })).toEqual([]);
    expect(domainFlaws({ spf: false, dkimAligned: true, dmarcPolicy: null })).toEqual(["spf", "dmarc"]);
  });
  test("T: a complaint rate of 0.31 % pauses", () => {
    expect(complaintHealth(31, 10_000)).toBe("pause");
    expect(complaintHealth(30, 10_000)).toBe("pause");
    expect(complaintHealth(29, 10_000)).toBe("watch");
    expect(complaintHealth(10, 10_000)).toBe("watch");
    expect(complaintHealth(9, 10_000)).toBe("well");
    expect(complaintHealth(0, 0)).toBe("well");
    expect(complaintHealth(1, 0)).toBe("pause");
  });
});

describe("EM-3: how far a stop by mail reaches", () => {
  const { connect } = documents;
  test("T: one click: that list and all marketing by e-mail, research intact", () => {
    const effects = stopEffects(connect, "promotion", "email");
    expect(effects.map(({ purposeKey, channel }) => [purposeKey, channel])).toEqual([["promotion", "email"]]);
  });
  test("T: a spam report: marketing by every electronic message, and nothing else", () => {
    const promotion = connect.purposes.find(({ key }) => key === "promotion");
    const effects = spamReportEffects(connect);
    const electronic = promotion?.channels.filter((channel) => channel === "email" || channel === "sms");
    expect(effects.map(({ channel }) => channel)).toEqual(electronic);
    expect(effects.every(({ purposeKey, suppresses }) => purposeKey === "promotion" && suppresses)).toBe(
      true,
    );
  });
});

describe("the regulator of housing", () => {
  test('RG-1 T: "the regulator requires it" is no ground under PECR', () => {
    expect(readPecrGround("regulatorRequires")).toBeNull();
    expect(pecrGrounds.map(readPecrGround)).toEqual(pecrGrounds);
  });
  test("RG-3 T: a panel cannot measure the satisfaction of all tenants", () => {
    const survey = { forTenantSatisfactionMeasures: true, audience: "panel" } as const;
    expect(mayMeasure(survey)).toBe(false);
    expect(mayMeasure({ ...survey, audience: "wholeTenantFrame" })).toBe(true);
    expect(mayMeasure({ ...survey, forTenantSatisfactionMeasures: false })).toBe(true);
  });
});
