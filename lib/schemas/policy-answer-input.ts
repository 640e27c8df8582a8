// How a question of the join form is answered: in words, or by choosing among options that are typed one a line.

type Option = { readonly value: string; readonly label: string };
type Answer = { readonly type: string; readonly options?: readonly Option[] };

/** A value for a new option: letters and digits of its label. Values of options that stay are stored, so they stay too. */
function optionValue(label: string): string {
  const letters = label
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
  return letters.replaceAll(" ", "-").slice(0, 60) || "option";
}

/** The `input` of a field; undefined when it is not asked on the join form. */
export function answerOf(type: string, labels: readonly string[], before: unknown): unknown {
  if (type === "") return undefined;
  if (type === "text") return { type };
  const known = (before as Answer | undefined)?.options ?? [];
  return {
    type,
    options: labels.map((label) => ({
      value: known.find((option) => option.label === label)?.value ?? optionValue(label),
      label,
    })),
  };
}

/** What the form holds before anybody types. */
export function answerText(name: string, value: unknown): Record<string, string> {
  const { type = "", options = [] } = (value ?? {}) as Partial<Answer>;
  return { [`${name}.type`]: type, [`${name}.options`]: options.map(({ label }) => label).join("\n") };
}
