import { describe, expect, it } from "vitest";
import { stopLines } from "@/lib/policy/stop-lines";
import { presetDocument } from "../support/panel";

const document = presetDocument("connect");
const line = (purposeKey: string | null, messageKind: string | null, channel: string | null) => {
  return { purposeKey, messageKind, channel };
};

describe("a no becomes lines as broad as it was said (law.md PE-13, LB-6)", () => {
  it("to everything or all promotion is one line for every way of contact", () => {
    expect(stopLines(document, { all: "everything" }, [], "email")).toEqual([line(null, null, null)]);
    expect(stopLines(document, { all: "marketing" }, [], null)).toEqual([
      line(null, "directMarketing", null),
    ]);
  });

  it("to one purpose is a line for each channel that the address is used on, so that a later yes lifts that one", () => {
    expect(stopLines(document, { purposeKey: "research" }, [], "phone")).toEqual([
      line("research", null, "sms"),
      line("research", null, "call"),
    ]);
    expect(stopLines(document, { purposeKey: "research" }, ["call", "email"], "phone")).toEqual([
      line("research", null, "call"),
    ]);
  });

  it("by ways that the address is not used for is no line, instead of a line that stops nothing or everything", () => {
    expect(stopLines(document, { all: "everything" }, ["post"], "email")).toEqual([]);
    expect(stopLines(document, { purposeKey: "noticeChanges" }, ["sms"], null)).toEqual([]);
    expect(stopLines(document, { purposeKey: "unknown" }, [], "email")).toEqual([]);
  });
});
