import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readSurvey, unaskableQuestions } from "@/lib/queries/survey/question-model";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { questionsOf, type NewQuestion } from "@/lib/schemas/survey-definition";
import { runUseCase } from "@/lib/usecases/run";
import { addQuestion } from "@/lib/usecases/survey-publishing/add-question";
import { draftSurvey } from "@/lib/usecases/survey-publishing/draft-survey";
import { placeQuestion } from "@/lib/usecases/survey-publishing/place-question";
import { publishSurvey } from "@/lib/usecases/survey-publishing/publish-survey";
import { useDatabase } from "../../support/database";
import { openDesk } from "../../support/staff";

useDatabase();

const details = {
  purposeKey: "research",
  title: "Your last repair",
  summary: "Three questions.",
  closesOn: "2099-01-01",
};

async function draft({ actor, panel }: Viewer, closesOn = details.closesOn): Promise<string> {
  const result = await runUseCase(draftSurvey, actor, { panel, details: { ...details, closesOn } });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.activityId;
}

const three = (activity: string): NewQuestion[] => [
  { type: "radiogroup", activity, title: "How was it?", choices: ["Good", "Bad"], required: "on" },
  { type: "rating", activity, title: "How polite were they?", minLabel: "Rude", maxLabel: "Polite" },
  { type: "comment", activity, title: "What should change?" },
];

async function titlesOf(id: string): Promise<string[]> {
  const { survey } = await database().activity.findFirstOrThrow({ where: { id } });
  return questionsOf(survey).map(({ title }) => title);
}

async function press(
  { actor, panel }: Viewer,
  activity: string,
  question: string,
  move: "up" | "down" | "remove",
) {
  return runUseCase(placeQuestion, actor, { panel, place: { activity, question, move } });
}

describe("a draft of a survey", () => {
  it("keeps its questions as SurveyJS that our forms can ask", async () => {
    const { viewer } = await openDesk();
    const id = await draft(viewer);
    for (const question of three(id))
      await runUseCase(addQuestion, viewer.actor, { panel: viewer.panel, question });
    const { survey } = await database().activity.findFirstOrThrow({ where: { id } });
    expect(unaskableQuestions(survey)).toEqual([]);
    expect(readSurvey(survey).questions).toMatchObject([
      { kind: "choice", required: true, options: [{ label: "Good" }, { label: "Bad" }] },
      { kind: "rating", min: 1, max: 5, minLabel: "Rude", maxLabel: "Polite" },
      { kind: "comment", required: false },
    ]);
  });

  it("moves questions, and takes one out for good: its name is never used again", async () => {
    const { viewer } = await openDesk();
    const id = await draft(viewer);
    const [one, two, comment] = three(id);
    for (const question of three(id))
      await runUseCase(addQuestion, viewer.actor, { panel: viewer.panel, question });
    await press(viewer, id, "q3", "up");
    expect(await titlesOf(id)).toEqual([one?.title, comment?.title, two?.title]);
    await press(viewer, id, "q3", "remove");
    await press(viewer, id, "q3", "remove");
    await runUseCase(addQuestion, viewer.actor, {
      panel: viewer.panel,
      question: { type: "comment", activity: id, title: "And?" },
    });
    const { survey } = await database().activity.findFirstOrThrow({ where: { id } });
    expect(questionsOf(survey).map(({ name }) => name)).toEqual(["q1", "q2", "q3"]);
  });

  it("loses no question when two people add at once", async () => {
    const { viewer } = await openDesk();
    const id = await draft(viewer);
    const adding = Array.from({ length: 8 }, (_, index) =>
      runUseCase(addQuestion, viewer.actor, {
        panel: viewer.panel,
        question: { type: "comment", activity: id, title: `Question ${index}` },
      }),
    );
    await Promise.all(adding);
    expect((await titlesOf(id)).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, index) => `Question ${index}`),
    );
  });

  it("refuses an eleventh question", async () => {
    const { viewer } = await openDesk();
    const id = await draft(viewer);
    const question: NewQuestion = { type: "comment", activity: id, title: "Again?" };
    for (let count = 0; count < 10; count += 1)
      await runUseCase(addQuestion, viewer.actor, { panel: viewer.panel, question });
    const result = await runUseCase(addQuestion, viewer.actor, { panel: viewer.panel, question });
    expect(result).toMatchObject({ ok: false, error: { code: "survey.full" } });
  });
});

describe("publishing a survey", () => {
  it("freezes the questions, and the ledger fixes them by their hash", async () => {
    const { viewer } = await openDesk();
    const id = await draft(viewer);
    for (const question of three(id))
      await runUseCase(addQuestion, viewer.actor, { panel: viewer.panel, question });
    const published = await runUseCase(publishSurvey, viewer.actor, { panel: viewer.panel, activity: id });
    expect(published.ok).toBe(true);
    const late = await runUseCase(addQuestion, viewer.actor, {
      panel: viewer.panel,
      question: { type: "comment", activity: id, title: "One more" },
    });
    expect(late).toMatchObject({ ok: false, error: { code: "survey.published" } });
    expect(await press(viewer, id, "q1", "remove")).toMatchObject({
      ok: false,
      error: { code: "survey.published" },
    });
    expect(await titlesOf(id)).toHaveLength(3);
    const [entry] = await database().ledgerEntry.findMany({
      where: { organisationId: viewer.panel.organisationId },
    });
    expect(entry?.eventType).toBe("activity.published");
    expect(Buffer.from(entry?.bytes ?? []).toString()).toMatch(/"definitionHash":"[0-9a-f]{64}"/);
  });

  it.each([
    ["without a question", 0, details.closesOn, "survey.empty"],
    ["whose last day has passed", 1, "2020-01-01", "survey.closingPast"],
  ])("refuses a survey %s", async (_, questions, closesOn, code) => {
    const { viewer } = await openDesk();
    const id = await draft(viewer, closesOn);
    for (const question of three(id).slice(0, questions)) {
      await runUseCase(addQuestion, viewer.actor, { panel: viewer.panel, question });
    }
    const result = await runUseCase(publishSurvey, viewer.actor, { panel: viewer.panel, activity: id });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(await database().activity.findFirstOrThrow({ where: { id } })).toMatchObject({ state: "draft" });
  });

  it("finds no draft of another panel", async () => {
    const [mine, theirs] = [await openDesk(), await openDesk()];
    const id = await draft(theirs.viewer);
    const result = await runUseCase(publishSurvey, mine.viewer.actor, {
      panel: mine.viewer.panel,
      activity: id,
    });
    expect(result).toMatchObject({ ok: false, error: { code: "form.notPermitted" } });
  });
});
