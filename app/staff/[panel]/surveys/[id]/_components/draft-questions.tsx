import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { Form } from "@/components/form/form";
import type { DraftQuestion } from "@/lib/schemas/survey-definition";
import { placeSurveyQuestion } from "../questions/actions";

type Props = { slug: string; activityId: string; questions: readonly DraftQuestion[] };

/** What the answers will look like, in a line. */
function answersOf(question: DraftQuestion): string | null {
  switch (question.type) {
    case "radiogroup":
      return question.choices.map(({ text }) => text).join(" · ");
    case "rating":
      return `1 ${question.minRateDescription} – 5 ${question.maxRateDescription}`
        .replaceAll(/ +/g, " ")
        .trim();
    case "comment":
      return null;
  }
}

/** The draft's questions in order, each with its small buttons. */
export async function DraftQuestions({ slug, activityId, questions }: Props) {
  const t = await getTranslations("staff.questions");
  if (questions.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  const movesOf = (index: number) =>
    (["up", "down", "remove"] as const).filter(
      (move) => !(move === "up" && index === 0) && !(move === "down" && index === questions.length - 1),
    );
  return (
    <ol className="grid gap-3">
      {questions.map((question, index) => (
        <li key={question.name} className="card">
          <p className="text-small text-muted">
            {t("number", { number: index + 1 })} · {t(`type.${question.type}`)}
            {question.isRequired ? ` · ${t("required")}` : ""}
          </p>
          <h2 className="mt-1 text-h3">{question.title}</h2>
          <p className="text-muted">{answersOf(question) ?? t("inWords")}</p>
          <div className="flex flex-wrap gap-x-4">
            {movesOf(index).map((move) => (
              <Form
                key={move}
                id={`${move}-${question.name}`}
                action={placeSurveyQuestion}
                hidden={{ panel: slug, activity: activityId, question: question.name, move }}
                fields={[]}
                submit={t(`move.${move}`, { number: index + 1 })}
                tone="quiet"
              />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
