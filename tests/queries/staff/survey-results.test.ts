import { describe, expect, it } from "vitest";
import { newId } from "@/lib/id";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { getSurveyResults } from "@/lib/queries/staff/get-survey-results";
import { listComments } from "@/lib/queries/staff/list-comments";
import { surveyOf } from "@/lib/schemas/survey-definition";
import { insertRows } from "@/prisma/seed/insert-rows";
import { arranged } from "../../support/arranged";
import { useDatabase } from "../../support/database";
import { withClient } from "../../support/resident";
import { openDesk } from "../../support/staff";

useDatabase();

const survey = surveyOf([
  {
    type: "radiogroup",
    name: "q1",
    title: "How was it?",
    isRequired: true,
    choices: [
      { value: "a1", text: "Good" },
      { value: "a2", text: "Bad" },
    ],
  },
  {
    type: "rating",
    name: "q2",
    title: "How polite?",
    isRequired: false,
    rateMin: 1,
    rateMax: 5,
    minRateDescription: "Rude",
    maxRateDescription: "Polite",
  },
  { type: "comment", name: "q3", title: "What else?", isRequired: false, maxLength: 1000 },
]);

type Answers = { q1: string; q2?: number; q3?: string };

/** A survey with these responses, one a minute, the last just now. */
async function answered(responses: readonly Answers[]) {
  const desk = await openDesk(responses.map((_, index) => `person${index}`));
  const { organisationId, panelId, staffId } = desk.panel;
  const id = newId();
  const at = Date.now();
  await withClient(async (client) => {
    const words = {
      title: "Your last repair",
      summary: "Three questions.",
      kind: "survey",
      purposeKey: "research",
    };
    const row = { organisationId, id, panelId, ...words, survey, state: "open", publishedAt: at };
    await insertRows(client, "activity", [
      { ...row, closesOn: "2099-01-01", createdBy: staffId, createdAt: at },
    ]);
    const rows = responses.map((answers, index) => {
      const submittedAt = at - (responses.length - index) * 60_000;
      return {
        organisationId,
        id: newId(),
        activityId: id,
        memberId: desk.members[index]?.id,
        answers,
        submittedAt,
      };
    });
    await insertRows(client, "survey_response", rows);
  });
  const activity = await getActivity(desk.viewer, id);
  if (activity === null) throw new Error("The survey is not there");
  const results = await getSurveyResults(desk.viewer, activity);
  return { viewer: desk.viewer, activity, results, members: desk.members };
}

const good = (count: number): Answers[] => Array.from({ length: count }, () => ({ q1: "a1", q2: 4 }));

describe("a survey's answers as figures", () => {
  it("adds up: the options of a question sum to those who answered it", async () => {
    const { results } = await answered([...good(7), { q1: "a2" }, { q1: "a2", q2: 1 }, { q1: "a1" }]);
    const [one, two] = results.questions;
    expect(one).toMatchObject({
      answered: 10,
      options: [
        { label: "Good", count: 8 },
        { label: "Bad", count: 2 },
      ],
    });
    expect(two?.answered).toBe(8);
    expect(two?.options.map(({ count }) => count)).toEqual([1, 0, 0, 7, 0]);
    expect(two?.options.map(({ label }) => label)).toEqual(["1 – Rude", "2", "3", "4", "5 – Polite"]);
    expect(two?.mean).toBeCloseTo((7 * 4 + 1) / 8);
  });

  it("shows nothing while fewer than the policy's smallest group have answered", async () => {
    const { results, viewer, activity } = await answered([...good(3), { q1: "a2", q3: "It was Tom." }]);
    expect(results).toMatchObject({ responses: 4, shown: 0, threshold: 5 });
    expect(
      results.questions.every(
        ({ heldBack, options, answered: count }) => heldBack && options.length === 0 && count === 0,
      ),
    ).toBe(true);
    expect(await listComments(viewer, activity, results, "q3")).toEqual({ comments: [], next: null });
  });

  it("holds back a question that few of many answered", async () => {
    const { results, viewer, activity } = await answered([...good(19), { q1: "a1", q3: "Only I wrote" }]);
    expect(results.questions.map(({ heldBack }) => heldBack)).toEqual([false, false, true]);
    expect((await listComments(viewer, activity, results, "q3")).comments).toEqual([]);
  });

  it.each([
    [9, 5],
    [10, 10],
    [14, 10],
  ])(
    "moves on in whole groups, so that two looks do not tell one person's answer: %i answers, %i shown",
    async (responses, shown) => {
      const { results } = await answered([...good(responses - 1), { q1: "a2" }]);
      expect(results).toMatchObject({ responses, shown });
      expect(results.questions[0]?.answered).toBe(shown);
      expect(results.questions[0]?.options[1]?.count).toBe(responses === shown ? 1 : 0);
    },
  );

  it("lists what people wrote in an order that is not the order of arrival, each once over all pages", async () => {
    const words = Array.from({ length: 40 }, (_, index) => `Comment ${String(index).padStart(2, "0")}`);
    const { results, viewer, activity } = await answered(words.map((q3) => ({ q1: "a1", q3 })));
    const listed: string[] = [];
    let page = await listComments(viewer, activity, results, "q3");
    listed.push(...page.comments);
    while (page.next !== null) {
      page = await listComments(viewer, activity, results, "q3", page.next);
      listed.push(...page.comments);
    }
    expect(listed.toSorted()).toEqual(words);
    expect(listed).not.toEqual(words);
  });

  it("RR-10 T: leaves out the whole group of somebody whose details are put aside, and only while they are", async () => {
    const bad = Array.from({ length: 5 }, () => ({ q1: "a2", q3: "Cold" }));
    const { viewer, activity, members } = await answered([...good(5), ...bad, ...good(7)]);
    const shown = async () => {
      const results = await getSurveyResults(viewer, activity);
      const { comments } = await listComments(viewer, activity, results, "q3");
      const options = results.questions[0]?.options.map(({ count }) => count);
      return [results.responses, results.shown, options, comments.length];
    };
    const restrict = async (data: { restrictedAt: Date; restrictionLiftsAt?: Date }) =>
      arranged(async (tx) => {
        const restrictionLiftReason = data.restrictionLiftsAt ? "It was put right." : null;
        return tx.member.updateMany({
          where: { id: members[7]?.id ?? "" },
          data: { ...data, restrictionLiftReason },
        });
      });
    expect(await shown()).toEqual([17, 15, [10, 5], 5]);
    const restrictedAt = new Date(Date.now() - 60_000);
    await restrict({ restrictedAt });
    expect(await shown()).toEqual([17, 10, [10, 0], 0]);
    await restrict({ restrictedAt, restrictionLiftsAt: new Date(Date.now() - 1_000) });
    expect(await shown()).toEqual([17, 15, [10, 5], 5]);
  });

  it("does not answer someone without a role on the panel", async () => {
    const { viewer, activity } = await answered(good(5));
    const stranger = (await openDesk()).viewer.actor;
    await expect(getSurveyResults({ ...viewer, actor: stranger }, activity)).rejects.toThrow("Not permitted");
  });
});
