import { describe, expect, test } from "vitest";
import { consentFlaws, mayAskAgain, mayRecord, withdrawalIsAsEasy } from "@/lib/policy/consent";
import { dpvState, sentInTheGap } from "@/lib/policy/consent-events";
import { missingFromReceipt, receiptFields } from "@/lib/policy/consent-receipt";
import { consentStanding, consentStates } from "@/lib/policy/consent-standing";
import { representativeMay } from "@/lib/policy/representative";
import { decision, moment, noon } from "./gate-makers";

// law.md 4: what a yes is worth, how it ends, and who may give it.

const offer = {
  preTicked: false,
  purposeKeys: ["surveys"],
  method: "web",
  wordingHash: "a1",
  scriptVersion: null,
} as const;
const agent = {
  authority: "advocate",
  scope: ["complaints"],
  evidenced: true,
  revoked: false,
  lastDay: null,
} as const;

describe("what makes a yes worthless", () => {
  test("CN-5 T: asked in the middle of rent or repairs", () => {
    expect(consentFlaws({ ...offer, placement: "rentOrRepairs" }, noon)).toEqual(["misplaced"]);
    expect(consentFlaws({ ...offer, placement: "complaint" }, noon)).toEqual(["misplaced"]);
    expect(consentFlaws({ ...offer, placement: "joining" }, noon)).toEqual([]);
  });
  test.each(["phone", "inPerson"] as const)(
    "CN-9: spoken (%s) without the words that were read out",
    (method) => {
      expect(consentFlaws({ ...offer, method }, noon)).toEqual(["noScript"]);
      expect(consentFlaws({ ...offer, method, scriptVersion: "2" }, noon)).toEqual([]);
    },
  );
  test("CN-8 T: an advocate for complaints says yes to surveys", () => {
    const onBehalf = { representative: agent, purposeKey: "surveys" };
    expect(consentFlaws({ ...offer, onBehalf }, noon)).toEqual(["noAuthority"]);
    expect(representativeMay(agent, "surveys", noon)).toBe("outOfScope");
    expect(representativeMay(agent, "complaints", noon)).toBe("yes");
  });
  test("CN-8: nobody says yes for the people they live with", () => {
    const onBehalf = { representative: null, purposeKey: "surveys" };
    expect(consentFlaws({ ...offer, onBehalf }, noon)).toEqual(["noAuthority"]);
    const kin = { ...agent, authority: "nextOfKin", scope: ["everything"] } as const;
    expect(representativeMay(kin, "surveys", noon)).toBe("noAuthority");
  });
  test("CN-8 T: a power of attorney counts through its last day, and blocks only the attorney afterwards", () => {
    const attorney = {
      ...agent,
      authority: "powerOfAttorney",
      scope: ["everything"],
      lastDay: "2026-11-21",
    } as const;
    expect(representativeMay(attorney, "surveys", moment("2026-11-21T23:59"))).toBe("yes");
    expect(representativeMay(attorney, "surveys", moment("2026-11-22"))).toBe("expired");
    expect(consentFlaws(offer, moment("2026-11-22"))).toEqual([]);
    expect(representativeMay({ ...attorney, lastDay: "2026-02-30" }, "surveys", noon)).toBe("expired");
    expect(representativeMay({ ...attorney, revoked: true }, "surveys", noon)).toBe("noAuthority");
    expect(representativeMay({ ...attorney, evidenced: false }, "surveys", noon)).toBe("noAuthority");
  });
});

describe("dates", () => {
  test("a yes of the future is refused, a no of the future is kept", () => {
    expect(mayRecord("given", noon + 1, noon)).toBe(false);
    expect(mayRecord("given", noon, noon)).toBe(true);
    expect(mayRecord("withdrawn", noon + 1, noon)).toBe(true);
    expect(mayRecord("given", Number.NaN, noon)).toBe(false);
  });
  test("CN-6 T: what went out before a late paper withdrawal was typed in is flagged", () => {
    const no = {
      purposeKey: "surveys",
      effectiveAt: moment("2026-05-01"),
      recordedAt: moment("2026-05-10"),
    };
    const sent = ["2026-04-30", "2026-05-04", "2026-05-11"].map((day) => ({
      id: day,
      purposeKey: "surveys",
      sentAt: moment(day),
    }));
    expect(sentInTheGap(no, sent).map(({ id }) => id)).toEqual(["2026-05-04"]);
  });
  test("CN-4: a yes that ran out is asked for again on the person's page or by letter", () => {
    const end = noon - 1;
    expect(mayAskAgain(end, "email", noon)).toBe(false);
    expect(mayAskAgain(end, "post", noon)).toBe(true);
    expect(mayAskAgain(end, "inApp", noon)).toBe(true);
    expect(mayAskAgain(noon + 1, "email", noon)).toBe(true);
  });
});

test("CN-3 T: who joined online takes it back online; by phone alone fails", () => {
  expect(withdrawalIsAsEasy("web", ["phone"])).toBe(false);
  expect(withdrawalIsAsEasy("web", ["phone", "web"])).toBe(true);
  expect(withdrawalIsAsEasy("paper", ["paper", "web"])).toBe(true);
  expect(withdrawalIsAsEasy("paper", ["web", "phone"])).toBe(false);
});

test("TR-3 T: a yes to one purpose is not stretched to a new one", () => {
  const yes = [decision("given", "2026-03-01", { purposeKey: "surveys" })];
  expect(consentStanding(yes, "photos", "email", noon, "thisOrEveryChannel").state).toBe("none");
});

describe("CN-6: names of the Data Privacy Vocabulary", () => {
  const named = { asked: true, givenBefore: false, endedByController: false };
  test("every state has one", () => {
    expect(consentStates.map((state) => dpvState({ ...named, state }))).toEqual([
      "ConsentRequested",
      "ConsentGiven",
      "ConsentRefused",
      "ConsentWithdrawn",
      "ConsentWithdrawn",
      "ConsentExpired",
      "ConsentInvalidated",
    ]);
  });
  test("renewed, revoked by the controller, and unknown", () => {
    expect(dpvState({ ...named, state: "given", givenBefore: true })).toBe("RenewedConsentGiven");
    expect(dpvState({ ...named, state: "given", endedByController: true })).toBe("ConsentRevoked");
    expect(dpvState({ ...named, state: "none", asked: false })).toBe("ConsentUnknown");
  });
});

describe("4.1: a receipt", () => {
  const whole = Object.fromEntries(receiptFields.map((field) => [field, "held"]));
  test("T: without a way to withdraw is none", () => {
    const { withdrawal_method: _gone, ...rest } = whole;
    expect(missingFromReceipt(rest)).toEqual(["withdrawal_method"]);
    expect(missingFromReceipt({ ...whole, withdrawal_method: " " })).toEqual(["withdrawal_method"]);
  });
  test("needs what the standard makes mandatory, and the lawful basis", () => {
    const header = "schema_version record_id receipt_id pii_principal_id";
    const processing =
      "privacy_notice language purpose lawful_basis pii_information pii_controllers storage_locations retention_period";
    const rest = "jurisdiction recipient_third_parties withdrawal_method";
    const event = "event_time validity_duration entity_id event_type event_state";
    expect(receiptFields.join(" ")).toBe([header, processing, rest, event].join(" "));
  });
  test("that is whole lacks nothing, and may name no recipients", () => {
    expect(missingFromReceipt({ ...whole, recipient_third_parties: [] })).toEqual([]);
  });
});
