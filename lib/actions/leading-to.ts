import { ok, type Result } from "@/lib/result";

/** Where a form leads when what it asked for was done; a refusal stays on the form. */
export async function leadingTo<T>(
  path: string | ((value: T) => string),
  result: Promise<Result<T>>,
): Promise<Result<{ readonly redirectTo: string }>> {
  const outcome = await result;
  if (!outcome.ok) return outcome;
  return ok({ redirectTo: typeof path === "string" ? path : path(outcome.value) });
}
