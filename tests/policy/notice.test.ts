import { describe, expect, test } from "vitest";
import { renderNotice } from "@/lib/policy/notice";
import { documents } from "./presets";

const { connect, customerVoices, residentPanel } = documents;
const ids = (...args: Parameters<typeof renderNotice>) => renderNotice(...args).map(({ id }) => id);

describe("TR-1: every element of Article 13", () => {
  test.each([
    ["controller and data protection officer", "who-we-are"],
    ["purposes, bases, interests", "why"],
    ["categories and sources", "what-we-hold"],
    ["recipients", "who-else"],
    ["transfers", "outside-the-uk"],
    ["retention", "how-long"],
    ["whether one must", "must-you"],
    ["automated decisions", "computers"],
    ["rights", "your-rights"],
    ["complaint to the controller", "complain-to-us"],
    ["complaint to the regulator", "regulator"],
    ["objection, apart", "your-right-to-object"],
  ])("%s", (_name, id) => {
    for (const document of Object.values(documents)) expect(ids(document)).toContain(id);
  });

  test("withdrawal is named where something rests on consent", () => {
    expect(ids(customerVoices)).toContain("changing-your-mind");
    expect(ids(documents.citizensTogether)).not.toContain("changing-your-mind");
  });

  test("every purpose is there with its basis, and every retention rule with its words", () => {
    for (const document of Object.values(documents)) {
      const text = JSON.stringify(renderNotice(document));
      for (const purpose of document.purposes) expect(text).toContain(purpose.why);
      for (const rule of document.retentionRules) expect(text).toContain(rule.sourceText);
    }
  });
});

test("0.2: before 19 June 2026 there was no duty to name the complaint to the controller", () => {
  expect(ids(connect, {}, "2026-06-18")).not.toContain("complain-to-us");
  expect(ids(connect, {}, "2026-06-19")).toContain("complain-to-us");
});

test("RR-12 T: a new regulator from 1 January is in the notice of that day and not of 31 December", () => {
  const later = {
    from: "2027-01-01",
    name: "Information Commission",
    website: "https://ico.org.uk",
    phone: "0303 123 1113",
  };
  const document = { ...connect, regulator: [later, ...connect.regulator] };
  const regulatorOn = (on: string) =>
    renderNotice(document, {}, on)
      .find(({ id }) => id === "regulator")
      ?.paragraphs.join();
  expect(regulatorOn("2026-12-31")).toContain("Information Commissioner's Office");
  expect(regulatorOn("2027-01-01")).toContain("the Information Commission:");
});

test("the same policy gives the same notice, and the organisation's prose is added to it", () => {
  expect(renderNotice(residentPanel)).toEqual(renderNotice(structuredClone(residentPanel)));
  const text = JSON.stringify(
    renderNotice(residentPanel, { opening: ["Welcome."], closing: ["Thank you."] }),
  );
  expect(text).toContain("Welcome.");
  expect(text).toContain("Thank you.");
});

test("no heading is used twice, and nothing is empty", () => {
  for (const document of Object.values(documents)) {
    const sections = renderNotice(document);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    for (const { heading, paragraphs, list } of sections) {
      expect([heading, ...paragraphs, ...(list ?? [])].every((words) => words.trim().length > 3)).toBe(true);
      expect([...paragraphs, ...(list ?? [])].join(" ")).not.toMatch(/undefined|\.\.|null/);
    }
  }
});
