import { describe, expect, it } from "vitest";
import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { dayBefore } from "@/lib/policy/civil";
import { checkAnswers, type PostedAnswers } from "@/lib/queries/survey/check-answers";
import { listAskedActivities } from "@/lib/queries/member/list-asked-activities";
import { readSurvey, unaskableQuestions } from "@/lib/queries/survey/question-model";
import { answerSurvey } from "@/lib/usecases/survey/answer-survey";
import { dismissInvitation } from "@/lib/usecases/rsvp/dismiss-invitation";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { as, ask, ledgerOf, makeResidents, type Asked, type Residents } from "@/tests/support/resident";

useDatabase();

const survey = {
  pages: [
    {
      elements: [
        {
          type: "radiogroup",
          name: "q1",
          title: "How did we do?",
          isRequired: true,
          choices: ["well", { value: "badly", text: "Badly" }],
        },
        { type: "rating", name: "q2", title: "How easy was it?", rateMin: 1, rateMax: 5 },
        {
          type: "comment",
          name: "q3",
          title: "What went wrong?",
          visibleIf: "{q1} = 'badly'",
          maxLength: 20,
        },
        { type: "checkbox", name: "q4", title: "Which ones?", choices: ["a", "b"] },
        {
          type: "text",
          name: "q5",
          title: "How many?",
          validators: [{ type: "numeric", maxValue: 4, text: "At most 4" }],
        },
      ],
    },
  ],
};

describe("the survey's own rules", () => {
  it.each<[string, PostedAnswers, unknown]>([
    [
      "a full answer, as the definition's values",
      { q1: "badly", q2: "4", q3: " Late ", q4: ["a", "b"] },
      { q1: "badly", q2: 4, q3: "Late", q4: ["a", "b"] },
    ],
    ["only what is required", { q1: "well" }, { q1: "well" }],
    ["an answer to a question that does not apply is dropped", { q1: "well", q3: "Late" }, { q1: "well" }],
    ["empty answers are none", { q1: "well", q3: "  ", q4: [] }, { q1: "well" }],
    ["answers to questions that do not exist are dropped", { q1: "well", q9: "x" }, { q1: "well" }],
  ])("%s", (_case, posted, answers) => {
    expect(checkAnswers(survey, posted)).toEqual({ ok: true, answers });
  });

  it.each<[string, PostedAnswers, string, string]>([
    ["nothing where something is required", {}, "q1", "survey.chooseOne"],
    ["an answer nobody offered", { q1: "great" }, "q1", "survey.chooseOne"],
    ["a number off the scale", { q1: "well", q2: "9" }, "q2", "survey.rate"],
    ["too long", { q1: "badly", q3: "x".repeat(21) }, "q3", "survey.tooLong"],
    ["one of several nobody offered", { q1: "well", q4: ["a", "z"] }, "q4", "survey.chooseSome"],
    ["the author's own rule, in the author's words", { q1: "well", q5: "9" }, "q5", "survey.rule"],
  ])("%s", (_case, posted, name, code) => {
    const checked = checkAnswers(survey, posted);
    expect(checked.ok ? {} : checked.faults[name]?.[0]?.code).toBe(code);
  });

  it("reads a definition as questions our forms ask, and names those they cannot", () => {
    const kinds = readSurvey(survey).questions.map(({ kind }) => kind);
    expect(kinds).toEqual(["choice", "rating", "comment", "choices", "text"]);
    expect(
      unaskableQuestions({ elements: [{ type: "matrix", name: "m", columns: ["a"], rows: ["b"] }] }),
    ).toEqual(["m"]);
  });
});

function answer(residents: Residents, asked: Asked, answers: PostedAnswers) {
  return runUseCase(answerSurvey, as(residents, residents.members[0]), {
    activityId: asked.activityId,
    answers,
  });
}

describe("answering", () => {
  it("keeps the answers, lets them be changed, and never writes them to the ledger", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { survey, closesOn: londonDate(new Date()) });
    expect(await answer(residents, asked, { q1: "badly", q3: "Secret words" })).toEqual({
      ok: true,
      value: { changed: false },
    });
    expect(await answer(residents, asked, { q1: "well" })).toEqual({ ok: true, value: { changed: true } });
    const [response, ...more] = await database().surveyResponse.findMany({
      where: { activityId: asked.activityId },
    });
    expect(more).toEqual([]);
    expect(response?.answers).toEqual({ q1: "well" });
    expect(await ledgerOf(residents, residents.members[0])).toEqual([
      "survey.answered research",
      "survey.answered research",
    ]);
    const entries = await database().ledgerEntry.findMany({ where: { eventType: "survey.answered" } });
    expect(entries.some(({ bytes }) => Buffer.from(bytes).toString("utf8").includes("Secret"))).toBe(false);
  });

  it('after "not this one" takes that back: the lists say that it was answered', async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { survey });
    const [member] = residents.members;
    const invitationId = asked.invitations[0] ?? "";
    await runUseCase(dismissInvitation, as(residents, member), { invitationId });
    expect((await answer(residents, asked, { q1: "well" })).ok).toBe(true);
    const [listed] = await listAskedActivities(residents.panel.organisationId, member.id);
    expect(listed?.answer).toBe("answered");
  });

  it("names the field that is wrong by the form's own name", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const asked = await ask(residents, { survey });
    expect(await answer(residents, asked, {})).toMatchObject({
      ok: false,
      error: { fields: { "one.q1": [{ code: "survey.chooseOne" }] } },
    });
  });

  it("refuses the day after the last day, and whoever was not asked", async () => {
    const residents = await makeResidents("customer-voices", ["research"]);
    const closed = await ask(residents, { survey, closesOn: dayBefore(londonDate(new Date())) ?? "" });
    expect(await answer(residents, closed, { q1: "well" })).toEqual({
      ok: false,
      error: { code: "survey.closed" },
    });
    const elsewhere = await makeResidents("customer-voices", ["research"]);
    const theirs = await ask(elsewhere, { survey });
    expect(await answer(residents, theirs, { q1: "well" })).toEqual({
      ok: false,
      error: { code: "survey.unknown" },
    });
  });
});
