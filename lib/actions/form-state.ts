/**
 * What a server action hands back to its form.
 *
 * `values` is a list of what may be shown again, never a copy of the posted form: React writes the state into the
 * page as readable JSON when JavaScript is off, so nothing secret and nothing trusted belongs in it.
 */
export type FormState = {
  /** `invalid`: fields to put right. `refused`: well-formed but not allowed, said in `form`. `done`: said in `form`. */
  status: "idle" | "invalid" | "refused" | "done";
  /** Field name → sentences that say what to do. */
  fields: Record<string, string[]>;
  /** One sentence about the whole form. */
  form?: string;
  /** Input name → what was typed or ticked. */
  values: Record<string, string | string[]>;
  /** What was found out about what was given, on the same page: nothing was changed, so it stands in the form. */
  findings?: Finding[];
};

/** One answer of a form that only asks, in words. */
export type Finding = {
  tone: "success" | "warning" | "danger";
  title: string;
  sentences: string[];
  facts: { label: string; value: string }[];
};

/** The state of a form nobody has sent yet. */
export const idleForm: FormState = { status: "idle", fields: {}, values: {} };
