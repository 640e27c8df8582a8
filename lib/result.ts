/** Values a sentence may name. Never personal data. */
export type Params = Readonly<Record<string, string | number>>;

/** What is wrong with one field: a message key of the `errors` namespace, and values its sentence may name. */
export type Fault = { readonly code: string; readonly params?: Params };

/**
 * An expected refusal: a stable code, and values its sentence may name. With `fields`, each named field of the form is
 * told what is wrong with it; for rules that only the policy or a survey knows, and a fixed schema cannot.
 */
export type Refusal = {
  readonly code: string;
  readonly params?: Params;
  readonly fields?: Readonly<Record<string, readonly Fault[]>>;
};

/** The outcome of a use-case: a value, or a refusal that has words. Bugs throw instead. */
export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse(code: string, params?: Refusal["params"]): Result<never> {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}

/** A refusal of single fields: input name → what is wrong with it. */
export function refuseFields(fields: Readonly<Record<string, readonly Fault[]>>): Result<never> {
  return { ok: false, error: { code: "form.invalid", fields } };
}
