import { describe, expect, it } from "vitest";
import { hashAddress } from "@/lib/auth/secrets";
import { readContactAddress } from "@/lib/schemas/contact-address";
import { readScreening, stillCounts } from "@/lib/schemas/screening";
import { readSuppressionList } from "@/lib/schemas/suppression-list";

const purposes = [{ key: "research", name: "Surveys and groups" }];
const today = "2026-11-21";
const key = (typed: string) => {
  const read = readContactAddress(typed);
  return read === null ? null : hashAddress(read.normalised);
};

describe("one mailbox or line has one key (law.md RT-3)", () => {
  it.each([
    ["Name@Example.org", "name@example.org"],
    ["  name@example.org ", "name@example.org"],
    ["NAME@EXAMPLE.ORG", "name@example.org"],
    ["ｎame@example.org", "name@example.org"],
    ["07700 900 123", "+447700900123"],
    ["+44 (0)7700 900123", "+447700900123"],
    ["0044 7700 900123", "+447700900123"],
    ["0141-496-0000", "+441414960000"],
  ])("%s is %s", (typed, same) => {
    expect(key(typed)).toBe(key(same));
    expect(key(typed)).not.toBeNull();
  });

  it.each([
    ["first.last@example.org", "firstlast@example.org"],
    ["name@example.org", "name@mail.example.org"],
    ["name+panel@example.org", "name@example.org"],
  ])("%s is another mailbox than %s", (one, other) => expect(key(one)).not.toBe(key(other)));

  it.each(["", "nobody", "12", "a@b", "two@example.org, three@example.org"])("%j is none", (typed) =>
    expect(readContactAddress(typed)).toBeNull(),
  );
});

const faults = (text: string) => {
  const read = readSuppressionList(text, purposes, today);
  return read.ok
    ? []
    : read.faults.map(({ code, params }) => [code, params?.["line"]].filter(Boolean).join(" "));
};

describe("a list of stops", () => {
  it("says of each line whose it is, how broad and since when", () => {
    const read = readSuppressionList(
      "\uFEFFSource;Address;Date;Channel;Purpose\r\nletter 1;Name@Example.org;20/11/2026;;\r\n\r\nletter 2;07700 900123;2026-11-21;text;Surveys and groups\r\n",
      purposes,
      today,
    );
    expect(read).toEqual({
      ok: true,
      value: [
        {
          whose: { kind: "address", address: { kind: "email", normalised: "name@example.org" } },
          ...{
            scope: "everything",
            channels: [],
            receivedOn: "2026-11-20",
            source: "import",
            evidence: "letter 1",
            line: 2,
          },
        },
        {
          whose: { kind: "address", address: { kind: "phone", normalised: "+447700900123" } },
          ...{
            scope: "research",
            channels: ["sms"],
            receivedOn: "2026-11-21",
            source: "import",
            evidence: "letter 2",
            line: 4,
          },
        },
      ],
    });
  });

  it("names every line that is wrong, and keeps none", () => {
    const text = [
      "address,channel,purpose,date,source",
      "nobody,,,2026-11-20,x",
      "a@example.org,pigeon,,2026-11-20,x",
      "a@example.org,,other,2026-11-20,x",
      "a@example.org,,,2026-02-30,x",
      "a@example.org,,,2026-11-22,x",
      "a@example.org,,,2026-11-20,",
    ].join("\n");
    expect(faults(text)).toEqual([
      "list.address 2",
      "list.channel 3",
      "list.purpose 4",
      "list.date 5",
      "list.dateAhead 6",
      "list.source 7",
    ]);
  });

  it.each([
    ["", "list.columnMissing"],
    ["address,date\na@example.org,2026-11-20", "list.columnMissing"],
    ["address,date,source,colour\n", "list.columnUnknown"],
    ["address,date,source", "list.empty"],
    ['address,date,source\n"a@example.org,2026-11-20,x', "list.unreadable"],
    ["address,date,source\na@example.org,2026-11-20,x,y", "list.cells 2"],
    [`address,date,source\n${"a@example.org,2026-11-20,x\n".repeat(10_001)}`, "list.long"],
    [`address,date,source\n${"x".repeat(900_001)}`, "list.large"],
  ])("%.40j is refused: %s", (text, code) => expect(faults(text)).toEqual([code]));

  it("says twenty faults and how many more", () => {
    const all = faults(`address,date,source\n${"nobody,2026-11-20,x\n".repeat(50)}`);
    expect(all).toHaveLength(21);
    expect(all.at(-1)).toBe("list.more");
  });
});

describe("the results of a screening", () => {
  it("takes each number once, however it is written", () => {
    const read = readScreening(
      "number,result\n07700900123,No\n+44 7700 900123,clear\n07700 900124,TPS\n",
      "results",
    );
    expect(read).toEqual({
      ok: true,
      value: [
        { number: "+447700900123", result: "clear" },
        { number: "+447700900124", result: "listed" },
      ],
    });
  });

  it("of a list of those on the register, guesses nothing about the others", () => {
    expect(readScreening("number\n07700 900124\n", "listed")).toEqual({
      ok: true,
      value: [{ number: "+447700900124", result: "listed" }],
    });
  });

  it("names lines that are no number, no result, or contradict one another", () => {
    const read = readScreening(
      "number,result\n12,clear\n07700900123,maybe\n07700900124,yes\n07700900124,no",
      "results",
    );
    expect(read.ok ? [] : read.faults).toEqual([
      { code: "list.number", params: { line: 2 } },
      { code: "list.result", params: { line: 3 } },
      { code: "list.twoResults", params: { line: 5 } },
    ]);
  });

  it.each([
    ["2026-10-24", true],
    ["2026-10-23", false],
    ["2026-11-21", true],
  ])("of %s still counts on 21 November: %s", (day, counts) => expect(stillCounts(day, today)).toBe(counts));
});
