import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Fault } from "@/lib/result";

/**
 * Field name → sentences. Schemas carry message keys of the `errors` namespace (`error: "givenName.missing"`);
 * anything without one is a form we did not make, and gets the general sentence.
 */
export async function issueSentences(error: z.ZodError): Promise<Record<string, string[]>> {
  const t = await getTranslations("errors");
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? "form");
    const sentence = t.has(issue.message) ? t(issue.message) : t("form.unreadable");
    const known = fields[name] ?? [];
    if (!known.includes(sentence)) fields[name] = [...known, sentence];
  }
  return fields;
}

/** The sentence for a refusal code: `errors.refusal.<code>`. Every code in use has one; a test checks it. */
export async function refusalSentence(
  code: string,
  params?: Readonly<Record<string, string | number>>,
): Promise<string> {
  const t = await getTranslations("errors.refusal");
  return t(code, params === undefined ? {} : { ...params });
}

/** Field name → sentences, for faults a use-case found. */
export async function faultSentences(
  fields: Readonly<Record<string, readonly Fault[]>>,
): Promise<Record<string, string[]>> {
  const t = await getTranslations("errors");
  const sentence = ({ code, params }: Fault) => t(code, params === undefined ? {} : { ...params });
  return Object.fromEntries(Object.entries(fields).map(([name, faults]) => [name, faults.map(sentence)]));
}
