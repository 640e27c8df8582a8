import { describe, expect, it } from "vitest";
import { agreedOn, type RecordedDecision } from "@/lib/policy/agreed-on";

const at = (text: string) => Date.parse(text);

function decision(
  seq: string,
  word: RecordedDecision["decision"],
  effective: string,
  recorded: string,
  rest: Partial<RecordedDecision> = {},
): RecordedDecision {
  return {
    seq,
    purposeKey: "news",
    channel: "email",
    decision: word,
    method: "web",
    effectiveAt: at(effective),
    recordedAt: at(recorded),
    validUntil: null,
    evidenced: true,
    ...rest,
  };
}

const given = decision("1", "given", "2025-02-01T10:00:00Z", "2025-02-01T10:00:00Z");
/** A letter of 1 March that was typed in on 10 March. */
const late = decision("2", "withdrawn", "2025-03-01T09:00:00Z", "2025-03-10T09:00:00Z", { method: "paper" });
const again = decision("3", "given", "2025-04-01T10:00:00Z", "2025-04-01T10:00:00Z");

type Row = readonly [day: string, then: string, thenSeq: string | null, now: string, nowSeq: string | null];

const rows: readonly Row[] = [
  ["2025-02-01", "given", "1", "given", "1"],
  ["2025-02-28", "given", "1", "given", "1"],
  ["2025-03-01", "given", "1", "withdrawn", "2"],
  ["2025-03-03", "given", "1", "withdrawn", "2"],
  ["2025-03-09", "given", "1", "withdrawn", "2"],
  ["2025-03-10", "withdrawn", "2", "withdrawn", "2"],
  ["2025-04-01", "given", "3", "given", "3"],
];

describe("what a person had agreed to on a day", () => {
  it.each(rows)(
    "%s: known then %s by entry %s, known now %s by entry %s",
    (day, then, thenSeq, now, nowSeq) => {
      expect(agreedOn([given, late, again], day)).toEqual([
        {
          purposeKey: "news",
          channel: "email",
          knownThen: expect.objectContaining({ state: then, seq: thenSeq }) as unknown,
          knownNow: expect.objectContaining({ state: now, seq: nowSeq }) as unknown,
          differs: then !== now,
        },
      ]);
    },
  );

  it("before anything was decided there is no line", () => {
    expect(agreedOn([given], "2025-01-31")).toEqual([]);
  });

  it("the day ends at midnight in London, also in summer", () => {
    const evening = decision("9", "given", "2025-07-01T22:59:00Z", "2025-07-01T22:59:00Z");
    const night = decision("9", "given", "2025-07-01T23:00:00Z", "2025-07-01T23:00:00Z");
    expect(agreedOn([evening], "2025-07-01")).toHaveLength(1);
    expect(agreedOn([night], "2025-07-01")).toEqual([]);
  });

  it("a yes that ran out is said to have, by the entry of that yes", () => {
    const short = { ...given, validUntil: at("2025-02-10T00:00:00Z") };
    expect(agreedOn([short], "2025-02-11")?.[0]?.knownNow).toMatchObject({ state: "expired", seq: "1" });
  });

  it("a no for every channel reaches a channel; a yes for every channel stands on its own line", () => {
    const everyNo = decision("5", "objected", "2025-03-01T00:00:00Z", "2025-03-01T00:00:00Z", {
      channel: null,
    });
    expect(
      agreedOn([given, everyNo], "2025-03-02")?.map(({ channel, knownNow }) => [channel, knownNow.state]),
    ).toEqual([
      ["email", "objected"],
      [null, "objected"],
    ]);
    const everyYes = { ...given, seq: "6", channel: null };
    expect(
      agreedOn([everyYes, { ...late, seq: "7" }], "2025-03-12")?.map(({ channel, knownNow }) => [
        channel,
        knownNow.state,
      ]),
    ).toEqual([
      [null, "given"],
      ["email", "withdrawn"],
    ]);
  });

  it("what is no day is no answer", () => {
    expect(agreedOn([given], "2025-02-30")).toBeNull();
  });
});
