import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Button } from "@/components/content/button";
import { Details } from "@/components/content/notice";
import type { MatrixChoice, MatrixGroup } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import { answerWords, choiceQuestion } from "@/lib/actions/resident/choice-words";
import type { PolicyDocument } from "@/lib/policy/document";
import type { PurposeChoice } from "@/lib/queries/member/get-choices";
import type { KeptUntil } from "@/lib/queries/member/list-retention";
import { choiceName } from "@/lib/schemas/join-answers";
import { PurposeFacts } from "./purpose-facts";
import { Standing } from "./standing";

export type OnePurpose = {
  readonly document: PolicyDocument;
  readonly choice: PurposeChoice;
  readonly kept: KeptUntil | undefined;
};

type Sent = {
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

/** What stopping means, and the button for it. */
async function Stop({ choice: { purpose, running } }: OnePurpose) {
  if (!running) return null;
  const t = await getTranslations("member.choices");
  return (
    <div className="stop-purpose">
      <p className="field-hint">
        <strong>{t("stopMeans")}</strong> {purpose.stopping}
      </p>
      <Button tone="secondary" name="stop" value={purpose.key}>
        {t("stop")}
        <span className="sr-only">: {purpose.name}</span>
      </Button>
    </div>
  );
}

async function groupFor(one: OnePurpose): Promise<MatrixGroup> {
  const t = await getTranslations("member.choices");
  const { document, choice, kept } = one;
  const { purpose } = choice;
  return {
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
    footer: <Stop {...one} />,
  };
}

/**
 * Purposes in one form: where I stand, yes or no for each channel, and a button that stops all of one. Whatever is
 * pressed, everything that was chosen on the page is kept: with a form for each purpose, a no in another one was lost.
 */
export async function PurposesForm({ purposes, action, token }: Sent & { purposes: readonly OnePurpose[] }) {
  const t = await getTranslations("member.choices");
  return (
    <Form
      id="about"
      action={action}
      fields={[{ kind: "choiceMatrix", groups: await Promise.all(purposes.map(groupFor)) }]}
      submit={t("save")}
      hidden={token === undefined ? {} : { token }}
      initial={Object.assign({}, ...purposes.map(({ choice }) => answered(choice)))}
    />
  );
}
