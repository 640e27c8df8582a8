/** An expected refusal: a stable code, and values its sentence may name. Never personal data. */
export type Refusal = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };

/** The outcome of a use-case: a value, or a refusal that has words. Bugs throw instead. */
export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse(code: string, params?: Refusal["params"]): Result<never> {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}
