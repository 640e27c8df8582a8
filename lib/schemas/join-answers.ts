import { z } from "zod";
import type { Field, PolicyDocument } from "@/lib/policy/document";
import { offeredPurposes, type OfferedChoice, type Reach } from "@/lib/policy/join-choices";
import type { Fault } from "@/lib/result";
import type { JoinDraft } from "./join-draft";
import { takesTexts } from "./phone-number";

// Questions that come from the panel's policy: the shape of the form is fixed, its fields are not. What was posted is
// read against the policy, and anything the policy does not ask is ignored.

type Posted = Readonly<Record<string, string | readonly string[]>>;

/** A form whose field names the policy decides; `change` as on the details page. */
export const postedAnswersSchema = z.record(
  z.string().regex(/^((choice|answer|agree)-.+|change)$/s, { error: "form.unreadable" }),
  z.union([z.string(), z.array(z.string())]),
);

/** Either everything could be read, or what is wrong, by input name. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: Readonly<Record<string, readonly Fault[]>> };

function reading<T>(value: T, faults: Record<string, Fault[]>): Reading<T> {
  return Object.keys(faults).length === 0 ? { ok: true, value } : { ok: false, faults };
}

/** The input name of a choice. */
export function choiceName(choice: Pick<OfferedChoice, "purposeKey" | "channel">): string {
  return `choice-${choice.purposeKey}-${choice.channel ?? "all"}`;
}

/** The input names of an optional question and of the box that affirms its statement. */
export function answerName(fieldKey: string): string {
  return `answer-${fieldKey}`;
}
export function agreeName(fieldKey: string): string {
  return `agree-${fieldKey}`;
}

/**
 * Reads yes and no for every offered choice. A question wants one of the two and neither is assumed; a box for an
 * objection may stay empty.
 */
export function readChoices(
  offered: readonly OfferedChoice[],
  posted: Posted,
): Reading<ReadonlyMap<string, "yes" | "no">> {
  const answers = new Map<string, "yes" | "no">();
  const faults: Record<string, Fault[]> = {};
  for (const choice of offered) {
    const name = choiceName(choice);
    const given = posted[name];
    if (choice.way === "objection") answers.set(name, given === "no" ? "no" : "yes");
    else if (given === "yes" || given === "no") answers.set(name, given);
    else faults[name] = [{ code: "join.choice.missing", params: { question: choice.ask ?? "" } }];
  }
  return reading(answers, faults);
}

/** The answers a question offers, for the fields whose answers the policy lists apart. */
export function optionsOf(
  document: PolicyDocument,
  field: Field,
): readonly { value: string; label: string }[] {
  if (field.input !== undefined && field.input.type !== "text") return field.input.options;
  const lists: Readonly<Record<string, readonly string[]>> = {
    area: document.areas,
    tenure: document.tenures,
    interests: document.interests,
  };
  return (lists[field.key] ?? []).map((label) => ({ value: label, label }));
}

/** Whether more than one answer may be given. */
export function takesSeveral(field: Field): boolean {
  return field.input?.type === "choices" || field.key === "interests";
}

const longestText = 500;

function readQuestion(document: PolicyDocument, field: Field, given: string | readonly string[] | undefined) {
  const allowed = new Set(optionsOf(document, field).map(({ value }) => value));
  const posted = typeof given === "string" ? [given] : (given ?? []);
  if (takesSeveral(field)) return posted.filter((value) => allowed.has(value));
  const one = posted[0]?.normalize("NFC").trim() ?? "";
  return field.input?.type === "text" || allowed.has(one) ? one : "";
}

/** Reads the plain optional questions. What was not answered is left out. */
export function readQuestions(
  document: PolicyDocument,
  fields: readonly Field[],
  posted: Posted,
): Reading<NonNullable<JoinDraft["questions"]>> {
  const answers: Record<string, string | string[]> = {};
  const faults: Record<string, Fault[]> = {};
  for (const field of fields) {
    const name = answerName(field.key);
    const answer = readQuestion(document, field, posted[name]);
    if (typeof answer === "string" && answer.length > longestText) {
      faults[name] = [{ code: "join.answer.long", params: { longest: longestText } }];
    }
    if (answer.length > 0) answers[field.key] = answer;
  }
  return reading(answers, faults);
}

/** The answer that says nothing, and is never kept. */
export const preferNotToSay = "i-prefer-not-to-say";

/**
 * Reads the sensitive questions. An answer that rests on explicit consent is kept only with the statement affirmed
 * beside it (UK GDPR 9(2)(a)); every question may be left alone.
 */
export function readSensitive(
  document: PolicyDocument,
  fields: readonly Field[],
  posted: Posted,
): Reading<NonNullable<JoinDraft["sensitive"]>> {
  const answers: Record<string, { value: string; statement: string | null }> = {};
  const faults: Record<string, Fault[]> = {};
  for (const field of fields) {
    const value = String(readQuestion(document, field, posted[answerName(field.key)]));
    if (value === "" || value === preferNotToSay) continue;
    const statement = field.art9Condition === "explicitConsent" ? (field.explicitConsent ?? null) : null;
    const affirmed = posted[agreeName(field.key)] === "on";
    if (field.art9Condition === "explicitConsent" && (statement === null || !affirmed)) {
      faults[agreeName(field.key)] = [{ code: "join.agree.missing" }];
    } else answers[field.key] = { value, statement };
  }
  return reading(answers, faults);
}

/** The ways the person can be reached, from their details. */
export function reachOf(details: NonNullable<JoinDraft["details"]>): Reach {
  const { phone, addressLine1 } = details;
  return { phone: phone !== "", texts: takesTexts(phone), address: addressLine1 !== "" };
}

/** Whether every choice that the details call for was made: new details after the choices can open new ones. */
export function choicesComplete(document: PolicyDocument, { details, choices }: JoinDraft): boolean {
  if (details === undefined || choices === undefined) return false;
  const made = new Set(choices.map(choiceName));
  return offeredPurposes(document, reachOf(details))
    .flatMap((offered) => offered.choices)
    .every((choice) => made.has(choiceName(choice)));
}
