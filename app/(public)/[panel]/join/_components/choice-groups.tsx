import { getTranslations } from "next-intl/server";
import type { MatrixChoice, MatrixGroup } from "@/components/form/field-spec";
import type { OfferedChoice, OfferedPurpose } from "@/lib/policy/join-choices";
import { choiceName } from "@/lib/schemas/join-answers";

type Words = Awaited<ReturnType<typeof getTranslations<"join.choices">>>;

function matrixChoice(t: Words, choice: OfferedChoice): MatrixChoice {
  const name = choiceName(choice);
  const channel = choice.channel ?? "all";
  if (choice.way === "objection") {
    return {
      name,
      label: t(`channel.${channel}`),
      input: { type: "checkbox", value: "no", label: t(`notBy.${channel}`) },
    };
  }
  const options = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  return { name, label: choice.ask ?? "", input: { type: "radios", options } };
}

function Why({ t, offered }: { t: Words; offered: OfferedPurpose }) {
  const { purpose, choices } = offered;
  const objection = choices.some(({ way }) => way === "objection");
  return (
    <>
      <p>{purpose.why}</p>
      {objection && purpose.interest !== undefined ? (
        <p className="mt-2">{t("because", { interest: purpose.interest })}</p>
      ) : null}
      <p className="mt-2 text-ink">
        {t(objection ? (choices.every(({ way }) => way === "objection") ? "told" : "mixed") : "asked")}
      </p>
    </>
  );
}

/** Each purpose that leaves a choice, with one choice for each way of contact. */
export async function choiceGroups(offered: readonly OfferedPurpose[]): Promise<MatrixGroup[]> {
  const t = await getTranslations("join.choices");
  return offered
    .filter(({ choices }) => choices.length > 0)
    .map((each) => ({
      id: `purpose-${each.purpose.key}`,
      title: each.purpose.name,
      description: <Why t={t} offered={each} />,
      choices: each.choices.map((choice) => matrixChoice(t, choice)),
    }));
}
