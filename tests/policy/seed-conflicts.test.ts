import { describe, expect, test } from "vitest";
import { lintPolicy } from "@/lib/policy/lint";
import { renderNotice } from "@/lib/policy/notice";
import { stopMeaning } from "@/lib/policy/stop";
import type { Field, PolicyDocument, Purpose } from "@/lib/policy/document";
import { documents } from "./presets";

// law.md 12: where a seed's promise and the law part, the preset does what the register says. One test a row.

const { citizensTogether, residentPanel, connect, customerVoices } = documents;
const all = Object.values(documents);

function purpose(document: PolicyDocument, key: string): Purpose {
  const found = document.purposes.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no purpose ${key}`);
  return found;
}

function field(document: PolicyDocument, key: string): Field {
  const found = document.fields.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
}

function notice(document: PolicyDocument, id?: string): string {
  const sections = renderNotice(document).filter((section) => id === undefined || section.id === id);
  return sections
    .flatMap(({ heading, paragraphs, list }) => [heading, ...paragraphs, ...(list ?? [])])
    .join("\n");
}

test("row 1: Citizens Together rests on legitimate interests, and its stop is an objection, not a withdrawal", () => {
  expect(citizensTogether.purposes.every(({ lawfulBasis }) => lawfulBasis === "legitimateInterests")).toBe(
    true,
  );
  expect(stopMeaning(purpose(citizensTogether, "research")).decision).toBe("objected");
  expect(notice(citizensTogether)).not.toMatch(/take your yes back/);
});

test("row 2: promoting aims and ideals is direct marketing without a soft opt-in", () => {
  expect(purpose(citizensTogether, "promotion")).toMatchObject({
    messageKind: "directMarketing",
    softOptIn: "none",
  });
});

test("row 3: one register of recipients feeds the notice", () => {
  for (const document of all) {
    for (const { name } of document.recipients) expect(notice(document, "who-else")).toContain(name);
  }
});

test("row 4: using housing records to choose people has a compatibility record and is in the notice", () => {
  for (const document of [citizensTogether, connect]) {
    const tailoring = purpose(document, "tailoring");
    expect(tailoring.compatibility?.assessedOn).toMatch(/^\d{4}-/);
    expect(tailoring.messageKind).toBeNull();
    expect(notice(document, "what-we-hold")).toContain("housing records");
  }
});

test("row 5: every sensitive field has one condition", () => {
  const sensitive = all
    .flatMap(({ fields }) => fields)
    .filter(({ specialCategory }) => specialCategory !== undefined);
  expect(sensitive.length).toBeGreaterThan(5);
  expect(sensitive.every(({ art9Condition }) => art9Condition !== undefined)).toBe(true);
});

test("row 6: each panel has one minimum age, and nobody answers for anybody else", () => {
  expect(all.map(({ membership }) => membership.minimumAge).every((age) => age >= 16)).toBe(true);
});

test("row 7: support needs have a condition of their own", () => {
  for (const document of all) {
    const needs = field(document, "adjustments");
    expect(needs.specialCategory).toBe("health");
    expect(needs.art9Condition).toMatch(/explicitConsent|Para6/);
  }
});

test("row 8: the promise about electronic promotion is in the notice", () => {
  expect(notice(citizensTogether, "in-short")).toContain(
    "We send you no news or promotion, in any way, unless you said yes to it first.",
  );
});

test("row 9: citations come from the system and are complete", () => {
  expect(notice(residentPanel, "why")).toContain("UK GDPR Article 6(1)(e)");
  expect(notice(residentPanel, "what-we-hold")).toContain(
    "Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 8",
  );
  expect(notice(residentPanel)).not.toMatch(/Article 6\(e\)|Article 9\(g\)/);
});

test("row 10: ethnicity and adjustments are apart: condition, policy document, readers", () => {
  const ethnicity = field(residentPanel, "ethnicity");
  const adjustments = field(residentPanel, "adjustments");
  expect(ethnicity.art9Condition).not.toBe(adjustments.art9Condition);
  expect(ethnicity.appropriatePolicyDocumentKey).not.toBe(adjustments.appropriatePolicyDocumentKey);
  expect(ethnicity.readableBy).not.toContain("engagement");
});

test("row 11: the Ombudsman sees opened e-mails only with consent", () => {
  expect(purpose(residentPanel, "emailAnalytics")).toMatchObject({
    lawfulBasis: "consent",
    messageKind: null,
  });
  expect(purpose(residentPanel, "emailAnalytics").askOnce).toBeDefined();
});

test('row 12: no portability for a public task; "outside the United Kingdom"; the data bridge by its name', () => {
  expect(notice(residentPanel, "your-rights")).toContain(
    "as a file, to take to someone else. This is about: Seeing whether e-mails are opened.",
  );
  expect(notice(residentPanel, "outside-the-uk")).toContain("outside the UK");
  expect(notice(residentPanel, "who-else")).toContain("UK Extension to the EU-US Data Privacy Framework");
});

test("row 13: what is observed is named as observed, and the longer keeping of the mail company is flagged", () => {
  expect(field(residentPanel, "emailOpens").source).toBe("observed");
  expect(lintPolicy(residentPanel)).toEqual([
    expect.objectContaining({ rule: "RT-1", path: "recipients.govdelivery.ownRetention", severity: "warn" }),
  ]);
});

test("row 14: rights need no form, no writing and no proof of identity", () => {
  expect(notice(connect, "your-rights")).toContain("in any way you like, in any words, for free");
  expect(notice(connect)).not.toMatch(/proof of identity/i);
});

test("row 15: a transfer to the United States has a safeguard of UK law", () => {
  expect(connect.recipients.find(({ key }) => key === "surveymonkey")?.transfer).toBe("ukAddendum");
});

test("row 16: research and promotion are separate purposes", () => {
  expect(purpose(connect, "research").messageKind).toBe("research");
  expect(purpose(connect, "promotion")).toMatchObject({
    messageKind: "directMarketing",
    lawfulBasis: "consent",
  });
});

test("row 17: Customer Voices can be stopped online, and real details are not copied for testing", () => {
  expect(notice(customerVoices, "changing-your-mind")).toContain("Do it on your page here");
  expect(customerVoices.promises.join()).toContain("never use your real details to test");
});

test("row 18: its retention has a trigger", () => {
  expect(customerVoices.retentionRules.find(({ key }) => key === "study-details")).toMatchObject({
    trigger: "collected",
    period: "P3Y",
  });
});

describe("row 19: every notice", () => {
  test.each(Object.entries(documents))(
    "%s gives the complaint route to the controller and the regulator",
    (_name, document) => {
      expect(notice(document, "complain-to-us")).toContain("section 164A");
      expect(notice(document, "regulator")).toContain(document.regulator[0]?.name);
    },
  );
  test.each(Object.entries(documents))(
    "%s states the right to object apart from the other rights, and early",
    (_name, document) => {
      const ids = renderNotice(document).map(({ id }) => id);
      expect(ids.indexOf("your-right-to-object")).toBe(1);
      expect(ids).toContain("your-rights");
    },
  );
});
