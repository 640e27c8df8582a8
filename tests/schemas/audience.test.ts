import { describe, expect, it } from "vitest";
import { queryOf, staffPath } from "@/app/staff/_components/paths";
import { audienceQuery, audienceQuerySchema, typedAudience } from "@/lib/schemas/audience";

// Whom a mail is for, out of the address of a page. What cannot be read must never become everyone.

const nothing = { who: "members", areas: [], tenures: [], interests: [] };

type Query = Readonly<Record<string, string | string[]>>;

function faults(query: Query): readonly (readonly [string, string])[] {
  const read = audienceQuerySchema.safeParse(query);
  return read.success ? [] : read.error.issues.map(({ path, message }) => [String(path[0]), message]);
}

describe("the audience in an address", () => {
  it.each<[string, Query, unknown]>([
    ["nothing", {}, nothing],
    ["an empty sample", { sample: "" }, nothing],
    ["an area", { area: "Clydeside" }, { ...nothing, areas: ["Clydeside"] }],
    ["two areas", { area: ["Clydeside", "Hilltop"] }, { ...nothing, areas: ["Clydeside", "Hilltop"] }],
    ["a sample", { sample: "250" }, { ...nothing, sample: { size: 250 } }],
    ["a sample as people write it", { sample: " 1,500 " }, { ...nothing, sample: { size: 1500 } }],
    ["those who have not answered", { who: "unanswered", area: "x" }, { who: "unanswered" }],
    ["what else the page asks", { subject: "Hello", reason: "consent.missing" }, nothing],
  ])("is read from %s", (_what, query, audience) => {
    expect(audienceQuerySchema.parse(query)).toEqual(audience);
  });

  it.each<[string, Query["sample"] & {}]>([
    ["none", "0"],
    ["less than none", "-5"],
    ["words", "abc"],
    ["a part of a person", "2.5"],
    ["a power", "1e2"],
    ["more than there can be", "1000001"],
    ["two numbers", ["3", "5"]],
  ])("is not read where so many are wanted: %s", (_what, sample) => {
    expect(faults({ area: "Clydeside", sample })).toEqual([["sample", "sample.unreal"]]);
  });

  it.each<[string, Query, string]>([
    ["a kind of people there is not", { who: "everybody" }, "who"],
    ["more areas than any panel has", { area: Array.from({ length: 201 }, (_, at) => `Area ${at}`) }, "area"],
    ["an interest that is too long", { interest: "x".repeat(121) }, "interest"],
    ["an area without words", { area: ["", "Clydeside"] }, "area"],
  ])("is not read from %s", (_what, query, field) => {
    expect(faults(query).map(([name]) => name)).toEqual([field]);
  });

  it("is written as it is read", () => {
    const audience = {
      ...nothing,
      areas: ["Clydeside"],
      interests: ["Repairs", "Rent"],
      sample: { size: 3 },
    };
    const address = new URL(
      staffPath("panel", "audience", audienceQuery({ ...audience, who: "members" })),
      "http://x",
    );
    expect(audienceQuerySchema.parse(queryOf(address.searchParams))).toEqual(audience);
  });
});

it("what was ticked and typed is shown again, whatever it is", () => {
  const typed = { areas: ["Clydeside"], tenures: ["Tenant", "Owner"], interests: [], sample: "abc" };
  expect(typedAudience({ area: "Clydeside", tenure: ["Tenant", "Owner"], sample: "abc" })).toEqual(typed);
});
