import { describe, expect, test } from "vitest";
import { processingRecord, processingTable, recordColumns } from "@/lib/policy/processing-record";
import { noticeEdition, noticeMarkdown, noticePlainText } from "@/lib/policy/notice-text";
import { lintPolicy } from "@/lib/policy/lint";
import { renderNotice } from "@/lib/policy/notice";
import type { PolicyDocument } from "@/lib/policy/document";
import { purpose, record } from "./lint-makers";
import { documents } from "./presets";

// law.md AC-1: the record of processing, with the items of DPA 2018 Sch 1 para 41; TR-3, TR-4: the notice's editions.

const { connect, residentPanel } = documents;

describe("the Article 30 record", () => {
  test.each(Object.entries(documents))("%s has a complete row for every purpose", (_name, document) => {
    const { rows, head } = processingRecord(document, "2026-11-21");
    expect(rows.map(({ purposeKey }) => purposeKey)).toEqual(document.purposes.map(({ key }) => key));
    expect(rows.flatMap(({ incomplete }) => incomplete)).toEqual([]);
    expect(head.security.length).toBeGreaterThan(0);
    expect(head.dataProtectionOfficer).toBe(document.organisation.dpoEmail);
  });

  test("Sch 1 para 41: condition, Article 6 basis, and whether the erasure policy is kept to", () => {
    const row = processingRecord(residentPanel, "2026-11-21").rows.find(
      ({ purposeKey }) => purposeKey === "representation",
    );
    expect(row?.lawfulBasis).toContain("UK GDPR 6(1)(e)");
    expect(row?.sensitive).toEqual([
      {
        field: "Your ethnic group",
        condition: "UK GDPR 9(2)(g); DPA 2018 Sch 1 para 8",
        policyDocument: "Appropriate policy document: equality monitoring (Schedule 1, paragraph 8)",
        policyInForce: true,
        erasedAsPromised: expect.stringContaining("Anonymised 6 months after the end of the panel's term."),
      },
    ]);
  });

  test("AC-1 T: an activity that lacks retention is incomplete", () => {
    const broken = purpose(connect, "research", { retentionRuleKey: "none" });
    const row = processingRecord(broken).rows.find(({ purposeKey }) => purposeKey === "research");
    expect(row).toMatchObject({ erasure: "not stated", incomplete: ["retention"] });
  });

  test("a policy document that is not in force leaves the row incomplete", () => {
    const draft = record(residentPanel, "apd-equality", { status: "draft" });
    const row = processingRecord(draft).rows.find(({ purposeKey }) => purposeKey === "representation");
    expect(row?.incomplete).toEqual(["appropriate policy document in force"]);
  });

  test("AC-5: transfers with their safeguard, by its name", () => {
    const row = processingRecord(residentPanel).rows.find(({ purposeKey }) => purposeKey === "recordings");
    expect(row?.transfers).toEqual([
      "Zoom Video Communications, Inc., United States: UK Extension to the EU-US Data Privacy Framework",
    ]);
  });

  test("as a table it has a cell for every column", () => {
    const record = processingRecord(residentPanel);
    const cells = processingTable(record).map(({ length }) => length);
    expect(cells).toEqual(record.rows.map(() => recordColumns.length));
  });
});

describe("the editions of a notice", () => {
  const sections = renderNotice(connect);
  const easy: PolicyDocument = {
    ...connect,
    notice: {
      opening: ["Hello."],
      variants: [{ language: "en", format: "easyRead", title: "Easy Read", sections }],
    },
  };

  test("the generated one, and those that the organisation wrote", () => {
    expect(noticeEdition(connect, "en", "standard", null)?.sections).toEqual(sections);
    expect(noticeEdition(easy, "en", "easyRead", null)?.title).toBe("Easy Read");
    expect(noticeEdition(easy, "cy", "standard", null)).toBeNull();
    expect(lintPolicy(easy)).toEqual(lintPolicy(connect));
  });

  test("the organisation's prose is in the generated one", () => {
    expect(JSON.stringify(renderNotice(easy))).toContain("Hello.");
  });

  test.each([
    ["LB-7 T: no separate objection block", "your-right-to-object", "LB-7"],
    ["TR-1 T: no complaint to the controller (s.164A)", "complain-to-us", "TR-1"],
    ["TR-1: no retention", "how-long", "TR-1"],
    ["TR-1: no way to take a yes back", "changing-your-mind", "TR-1"],
  ])("%s", (_what, id, rule) => {
    const lacking: PolicyDocument = {
      ...connect,
      notice: {
        variants: [
          {
            language: "cy",
            format: "standard",
            title: "x",
            sections: sections.filter((one) => one.id !== id),
          },
        ],
      },
    };
    expect(lintPolicy(lacking)).toContainEqual(
      expect.objectContaining({ rule, path: `notice.variants.cy-standard.${id}`, severity: "refuse" }),
    );
  });

  test("0.2: before 19 June 2026 the complaint to the controller was no element", () => {
    const old: PolicyDocument = {
      ...connect,
      notice: {
        variants: [
          {
            language: "cy",
            format: "standard",
            title: "x",
            sections: sections.filter(({ id }) => id !== "complain-to-us"),
          },
        ],
      },
    };
    const refused = (on: string) => lintPolicy(old, on).filter(({ path }) => path.includes("complain-to-us"));
    expect(refused("2026-06-18")).toEqual([]);
    expect(refused("2026-06-19")).toHaveLength(1);
  });

  test("as Markdown and as plain text every word is there", () => {
    for (const text of [noticeMarkdown("T", sections), noticePlainText("T", sections)]) {
      for (const { paragraphs, list } of sections) {
        for (const words of [...paragraphs, ...(list ?? [])]) expect(text).toContain(words);
      }
    }
  });
});
