import { describe, expect, it } from "vitest";
import { readDecisionList } from "@/lib/schemas/decision-list";
import { presetDocument } from "../support/panel";

const document = presetDocument("customer-voices");
const head = "member,purpose,channel,decision,date,method,wording,script,notice,recorded_by,evidence";
const read = (text: string) => readDecisionList(text, document, "2026-11-21");

function faultOf(text: string): string {
  const answer = read(text);
  return answer.ok ? "none" : (answer.faults[0]?.code ?? "");
}

describe("a file of decisions", () => {
  it.each([
    [
      "is in another encoding",
      `${head}\nCV-1,research,email,no,2026-11-02,paper,\ufffdtwo`,
      "decisionList.encoding",
    ],
    ["is UTF-16", "m\0e\0m\0b\0e\0r\0", "decisionList.encoding"],
    [
      "lacks a column",
      "member,purpose,channel,decision,date\nx,research,email,no,2026-11-02",
      "list.columnMissing",
    ],
    ["has a column we do not know", `${head},consent\n`, "list.columnUnknown"],
    ["has a column twice", `${head},member\n`, "list.columnUnknown"],
    ["has no lines", `${head}\n`, "list.empty"],
    ["has more cells than columns", `${head}\n${"x,".repeat(14)}`, "list.cells"],
    ["ends within a quote", `${head}\n"CV-1,research`, "list.unreadable"],
    ["is larger than 5 MB", `${head}\n${"x".repeat(5_000_001)}`, "decisionList.large"],
    [
      "has more than 10,000 lines",
      `${head}\n${"CV-1,research,email,no,2026-11-02,paper\n".repeat(10_001)}`,
      "list.long",
    ],
  ])("is refused when it %s", (_, text, code) => {
    expect(faultOf(text)).toBe(code);
  });

  it.each([
    ["a day that does not exist", "CV-1,research,email,no,2026-02-30,paper", "date", "noDay"],
    ["an American day", "CV-1,research,email,no,11/21/2026,paper", "date", "noDay"],
    ["no day", "CV-1,research,email,no,,paper", "date", "noDay"],
    ["tomorrow", "CV-1,research,email,no,2026-11-22,paper", "date", "ahead"],
    ["an unknown purpose", "CV-1,fishing,email,no,2026-11-02,paper", "purpose", "unknownPurpose"],
    ["an unknown channel", "CV-1,research,pigeon,no,2026-11-02,paper", "channel", "unknownChannel"],
    [
      "a channel that the purpose does not use",
      "CV-1,research,visit,no,2026-11-02,paper",
      "channel",
      "channelNotUsed",
    ],
    ["an unknown decision", "CV-1,research,email,maybe,2026-11-02,paper", "decision", "unknownDecision"],
    ["an unknown method", "CV-1,research,email,no,2026-11-02,dream", "method", "unknownMethod"],
    ["nobody", ",research,email,no,2026-11-02,paper", "member", "noMember"],
    [
      "a notice that is no number",
      "CV-1,research,email,yes,2026-11-02,paper,May we?,,first",
      "notice",
      "noticeNumber",
    ],
    [
      "too long an evidence",
      `CV-1,research,email,no,2026-11-02,paper,,,,,${"x".repeat(201)}`,
      "evidence",
      "long",
    ],
  ])("names the line and column of %s", (_, line, column, code) => {
    const answer = read(`${head}\nCV-0,research,email,no,2026-11-02,paper\n${line}`);
    expect(answer).toMatchObject({ ok: true, problems: [{ line: 3, column, code }] });
  });

  it("names every wrong cell of a line", () => {
    const answer = read(`${head}\nCV-1,fishing,pigeon,maybe,never,dream`);
    const columns = answer.ok ? answer.problems.map(({ column }) => column) : [];
    expect(columns).toEqual(["purpose", "channel", "decision", "date", "method"]);
  });

  it.each([
    ["with a byte order mark", `\ufeff${head}\nCV-1,research,e-mail,Yes,2026-11-02,Phone`],
    ["with semicolons", `${head}\nCV-1,research,email,given,02/11/2026,phone`.replaceAll(",", ";")],
    ["with Windows line ends", `${head}\r\nCV-1,Research,EMAIL,Y,2026-11-02,phone\r\n`],
  ])("is read %s", (_, text) => {
    const line = {
      member: "CV-1",
      purposeKey: "research",
      channel: "email",
      decision: "given",
      day: "2026-11-02",
    };
    expect(read(text)).toMatchObject({
      ok: true,
      problems: [],
      lines: [{ line: 2, method: "phone", ...line }],
    });
  });

  it("never throws, whatever it is given", () => {
    for (const text of ["", "\n\n", '"', "member", "\u0000", "{}", "=1+1", `${head}\n${",".repeat(10)}`]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});
