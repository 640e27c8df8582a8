import { describe, expect, it } from "vitest";
import { newProcessing } from "@/lib/policy/new-processing";
import { consentsCovered, coverAfter, coversAll, noticeCovers } from "@/lib/policy/notice-cover";
import { freeSlot, successorFindings } from "@/lib/policy/successor";
import { itemHistory } from "@/lib/policy/item-history";
import { mayApprove } from "@/lib/policy/policy-approval";
import { changeNoticePurpose } from "@/lib/policy/change-notice";
import type { PolicyDocument } from "@/lib/policy/document";
import { presetDocument } from "../support/panel";

const before = presetDocument("customer-voices");
const at = Date.UTC(2027, 0, 1);

function changed(key: string, more: object): PolicyDocument {
  const purposes = before.purposes.map((purpose) =>
    purpose.key === key ? { ...purpose, ...more } : purpose,
  );
  return { ...before, purposes };
}

const mailer = {
  key: "mailchimp",
  name: "Mailchimp",
  role: "processor",
  whatFor: "Sends our newsletter.",
  where: "United States",
  transfer: "idta",
  agreementOn: "2026-01-01",
} as const;

describe("what a new version brings", () => {
  it("is the purpose that is new, and nothing of what stays", () => {
    const added = { ...before.purposes[1], key: "gardening", slot: 7 } as PolicyDocument["purposes"][number];
    const after = { ...before, purposes: [...before.purposes, added] };
    expect(newProcessing(before, after, [])).toEqual({
      purposes: ["gardening"],
      recipients: [],
      consents: [],
    });
  });

  it("is the purpose whose basis changed, with its consents; not one whose words were tidied", () => {
    const after = changed("research", { lawfulBasis: "publicTask", legalSource: "An Act" });
    expect(newProcessing(before, after, [])).toMatchObject({
      purposes: ["research"],
      consents: ["research"],
    });
    const tidied = changed("research", { why: "We ask you to studies." });
    expect(newProcessing(before, tidied, ["research"])).toEqual({
      purposes: [],
      recipients: [],
      consents: [],
    });
    expect(newProcessing(before, tidied, []).consents).toEqual(["research"]);
  });

  it("is the new recipient, which is held, while the purpose goes on without it", () => {
    const after = { ...before, recipients: [...before.recipients, mailer] };
    expect(newProcessing(before, after, [])).toEqual({
      purposes: [],
      recipients: ["mailchimp"],
      consents: [],
    });
  });

  it("is everything when another organisation takes over: old consents are not usable by it (CN-4)", () => {
    const after = { ...before, organisation: { ...before.organisation, legalName: "Another Housing Group" } };
    const keys = before.purposes.map(({ key }) => key);
    const asked = before.purposes
      .filter(({ lawfulBasis }) => lawfulBasis === "consent")
      .map(({ key }) => key);
    expect(newProcessing(before, after, [])).toEqual({ purposes: keys, recipients: [], consents: asked });
  });
});

describe("what is new is held until the person was told", () => {
  const brings = { purposes: ["research"], recipients: [], consents: ["research"] };
  const cover = coverAfter(coversAll, before, brings, { noticeNumber: 4, at });
  const inForce = { ...before, cover };

  it.each([
    ["shown no notice", "membership", null, false],
    ["shown an old notice, for what did not change", "membership", 1, true],
    ["shown an old notice, for what is new", "research", 3, false],
    ["shown the notice that told of it", "research", 4, true],
    ["shown a later notice", "research", 9, true],
  ])("%s", (_, purposeKey, shown, covered) => {
    expect(noticeCovers(inForce, purposeKey, shown)).toBe(covered);
  });

  it("and stays known in later versions, until the purpose is gone", () => {
    const nothing = { purposes: [], recipients: [], consents: [] };
    expect(coverAfter(cover, before, nothing, { noticeNumber: 5, at }).purposes).toEqual({ research: 4 });
    const without = { ...before, purposes: before.purposes.filter(({ key }) => key !== "research") };
    expect(coverAfter(cover, without, nothing, { noticeNumber: 5, at }).purposes).toEqual({});
  });

  it("an old yes ends at that moment, a yes after it counts, and a no is left as it is", () => {
    const consent = { purposeKey: "research", validUntil: null };
    const decided = [
      { ...consent, decision: "given", effectiveAt: at - 1 },
      { ...consent, decision: "given", effectiveAt: at },
      { ...consent, decision: "withdrawn", effectiveAt: at - 1 },
    ];
    expect(consentsCovered(inForce, decided).map(({ validUntil }) => validUntil)).toEqual([at, null, null]);
    expect(consentsCovered(before, decided)).toBe(decided);
  });
});

describe("what no later version may change", () => {
  it("names a slot that moved, one that is used again, and the panel's address", () => {
    const moved = changed("research", { slot: 7 });
    expect(successorFindings([before], moved).map(({ path }) => path)).toEqual(["purposes.research.slot"]);
    const renamed = { ...before, panel: { ...before.panel, key: "voices" } };
    expect(successorFindings([before], renamed).map(({ path }) => path)).toEqual(["panel.key"]);
    expect(successorFindings([before], before)).toEqual([]);
  });

  it("gives a new purpose a slot that none ever had, and none when all were used", () => {
    expect(freeSlot([before])).toBe(before.purposes.length);
    const eight = [0, 1, 2, 3, 4, 5, 6, 7].map((slot) => ({ ...before.purposes[0], slot }));
    expect(freeSlot([{ ...before, purposes: eight } as PolicyDocument])).toBeNull();
  });
});

describe("small rules of the register", () => {
  it("since when: the last version that changed a part, whatever the order of its keys", () => {
    const shuffled = JSON.parse(JSON.stringify(before), (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as PolicyDocument;
    const versions = [before, shuffled, changed("research", { name: "Studies" })].map((document, place) => ({
      number: place + 1,
      document,
    }));
    const history = itemHistory(versions);
    expect(history.get("purposes.research")).toEqual([1, 3]);
    expect(history.get("purposes.membership")).toEqual([1]);
  });

  it.each([
    ["someone who had no hand in it", "c", true],
    ["who submitted it", "a", false],
    ["who edited it", "b", false],
  ])("%s may approve: %s", (_, staffId, allowed) => {
    expect(mayApprove(staffId, { editors: ["b"], submittedBy: "a" })).toBe(allowed);
  });

  it("members are told under the duty to tell them, or not by mail at all", () => {
    expect(changeNoticePurpose(presetDocument("connect"))?.key).toBe("noticeChanges");
    expect(changeNoticePurpose(presetDocument("citizens-together"))?.key).toBe("membership");
    expect(changeNoticePurpose({ ...before, purposes: [] })).toBeNull();
  });
});
