import { describe, expect, it } from "vitest";
import { focusGroupSchema } from "@/lib/schemas/activity";
import { newQuestionSchema } from "@/lib/schemas/survey-definition";

const nextYear = String(new Date().getFullYear() + 1);
const form = {
  purposeKey: "research",
  title: "Repairs",
  summary: "About repairs.",
  "date-day": "7",
  "date-month": "1",
  "date-year": nextYear,
  startsAt: "18:00",
  endsAt: "19:30",
  place: "Mill Bank Centre",
  joinLink: "",
  capacity: "12",
  adjustmentsAsked: "Anything?",
};

function faults(change: Record<string, string>): Record<string, string> {
  const read = focusGroupSchema.safeParse({ ...form, ...change });
  return Object.fromEntries(read.error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? []);
}

/** The last Sunday of March next year: the clock goes from 01:00 to 02:00. */
function clocksForward(): string {
  const last = new Date(Date.UTC(Number(nextYear), 2, 31));
  return String(31 - last.getUTCDay());
}

describe("the form for a focus group", () => {
  it("reads London time: 18:00 in July is 17:00 UTC, in January it is 18:00", () => {
    expect(focusGroupSchema.parse(form).startsAt.toISOString()).toBe(`${nextYear}-01-07T18:00:00.000Z`);
    const july = focusGroupSchema.parse({ ...form, "date-month": "7" });
    expect(july.startsAt.toISOString()).toBe(`${nextYear}-07-07T17:00:00.000Z`);
  });

  it.each([
    ["a day that does not exist", { "date-day": "31", "date-month": "2" }, { date: "activityDate.unreal" }],
    ["a day in the past", { "date-year": "2020" }, { date: "activityDate.past" }],
    ["a day far away", { "date-year": "2199" }, { date: "activityDate.far" }],
    ["half a date", { "date-day": "" }, { date: "activityDate.unreal" }],
    ["no date", { "date-day": "", "date-month": "", "date-year": "" }, { date: "activityDate.missing" }],
    ["words for a time", { startsAt: "six" }, { startsAt: "startsAt.unreal" }],
    ["an end before the start", { endsAt: "17:59" }, { endsAt: "endsAt.beforeStart" }],
    ["an end at the start", { endsAt: "18:00" }, { endsAt: "endsAt.beforeStart" }],
    ["neither place nor link", { place: " " }, { place: "place.orLink" }],
    ["a link that is not https", { joinLink: "javascript:alert(1)" }, { joinLink: "joinLink.unreal" }],
    ["no room", { capacity: "0" }, { capacity: "capacity.unreal" }],
    ["a room in words", { capacity: "twelve" }, { capacity: "capacity.unreal" }],
    [
      "a time the clocks skip",
      { "date-day": clocksForward(), "date-month": "3", startsAt: "01:30", endsAt: "03:00" },
      { startsAt: "startsAt.skipped" },
    ],
  ])("says what is wrong with %s", (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it("names everything that is wrong at once", () => {
    expect(faults({ title: "", endsAt: "17:00", place: "", capacity: "" })).toEqual({
      title: "activityTitle.missing",
      endsAt: "endsAt.beforeStart",
      place: "place.orLink",
      capacity: "capacity.missing",
    });
  });
});

describe("the form for a question with answers to choose from", () => {
  const question = {
    type: "radiogroup",
    activity: "019d9de3-1c00-78a3-8a2e-40c1f418261b",
    title: "How was it?",
  };
  it.each([
    ["one answer", "Good", "choices.few"],
    [
      "eleven answers",
      Array.from({ length: 11 }, (_, index) => `Answer ${index}`).join("\n"),
      "choices.many",
    ],
    ["the same answer twice", "Good\ngood", "choices.twice"],
  ])("refuses %s", (_, choices, message) => {
    const read = newQuestionSchema.safeParse({ ...question, choices });
    expect(read.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
