import { refresh } from "next/cache";
import type { Result } from "@/lib/result";

/**
 * For forms that name the revision they were made from: after a refusal the page is made anew around the form, with what
 * is true now, while everything typed stays. So the next press is about the newest revision.
 */
export async function refreshed<T>(result: Promise<Result<T>>): Promise<Result<T>> {
  const outcome = await result;
  if (!outcome.ok) refresh();
  return outcome;
}
