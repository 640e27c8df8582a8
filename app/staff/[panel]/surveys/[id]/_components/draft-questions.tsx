import { getTranslations } from "next-intl/server";
import { Card } from "@/components/content/card";
import { EmptyState } from "@/components/content/empty-state";
import { Tag } from "@/components/content/tag";
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
        <li key={question.name}>
          <Card
            title={t("numbered", { number: index + 1, title: question.title })}
            aside={<Tag>{t(`type.${question.type}`)}</Tag>}
            foot={movesOf(index).map((move) => (
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
          >
            <p>{answersOf(question) ?? t("inWords")}</p>
            {question.isRequired ? <p className="text-small text-muted">{t("required")}</p> : null}
          </Card>
        </li>
      ))}
    </ol>
  );
}
