import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Details } from "@/components/content/notice";
import type { FieldSpec, MatrixChoice } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { answerWords, choiceQuestion } from "@/lib/actions/resident/choice-words";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PurposeChoice } from "@/lib/queries/member/get-choices";
import type { KeptUntil } from "@/lib/queries/member/list-retention";
import { choiceName } from "@/lib/schemas/join-answers";
import { PurposeFacts } from "./purpose-facts";
import { Standing } from "./standing";

type Props = {
  document: PolicyDocument;
  choice: PurposeChoice;
  kept: KeptUntil | undefined;
  action: FormAction;
  /** For a page reached by a signed link. */
  token?: string | undefined;
};

async function fieldsFor({ purpose, channels }: PurposeChoice): Promise<MatrixChoice[]> {
  const [yes, no] = await Promise.all([answerWords("yes"), answerWords("no")]);
  return Promise.all(
    channels.map(async ({ channel }) => ({
      name: choiceName({ purposeKey: purpose.key, channel }),
      label: await choiceQuestion(purpose, channel),
      input: {
        type: "radios" as const,
        options: [
          { value: "yes", label: yes },
          { value: "no", label: no },
        ],
      },
    })),
  );
}

/** What the person said themselves. What runs without their yes is no answer of theirs, so nothing is chosen for them. */
function answered({ purpose, channels }: PurposeChoice): Record<string, string> {
  const given = channels.filter(({ answer, state }) => answer === "no" || state === "given");
  return Object.fromEntries(
    given.map(({ channel, answer }) => [choiceName({ purposeKey: purpose.key, channel }), answer]),
  );
}

/** One purpose: where I stand, yes or no for each channel, and one button that stops all of it. */
export async function PurposeForm({ document, choice, kept, action, token }: Props) {
  const t = await getTranslations("member.choices");
  const { purpose } = choice;
  const matrix: FieldSpec = {
    kind: "choiceMatrix",
    groups: [
      {
        id: purpose.key,
        title: purpose.name,
        description: (
          <>
            <p>{purpose.why}</p>
            <Standing choice={choice} phone={document.organisation.contactPhone} />
            <Details summary={t("more")}>
              <PurposeFacts document={document} purpose={purpose} kept={kept} />
            </Details>
          </>
        ),
        choices: choice.mayStop ? await fieldsFor(choice) : [],
      },
    ],
  };
  return (
    <Form
      id={`about-${purpose.key}`}
      action={action}
      fields={[matrix]}
      submit={t("save")}
      secondary={choice.running ? [{ label: t("stop"), name: "stop", value: "all" }] : []}
      hidden={{ purposeKey: purpose.key, ...(token === undefined ? {} : { token }) }}
      initial={answered(choice)}
    >
      {choice.running ? (
        <p className="field-hint">
          <strong>{t("stopMeans")}</strong> {purpose.stopping}
        </p>
      ) : null}
    </Form>
  );
}
