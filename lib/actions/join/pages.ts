import { londonDate, now } from "@/lib/clock";
import { optionalFields } from "@/lib/policy/join-choices";
import { sensitiveQuestions } from "@/lib/policy/sensitive-questions";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Result } from "@/lib/result";
import { readQuestions, readSensitive } from "@/lib/schemas/join-answers";
import type { JoinDetails } from "@/lib/schemas/join-details";
import type { Call, Outcome } from "../form-action";
import { keepChoices } from "./keep-choices";
import { keepPage, type JoinStep } from "./keep-page";

type Posted = Readonly<Record<string, string | string[]>>;

const order: readonly JoinStep[] = ["details", "choices", "about-you", "equality", "check"];

/** Whether the policy has questions for this page. */
function isAsked({ document }: PanelView, step: JoinStep): boolean {
  if (step === "about-you") return optionalFields(document).plain.length > 0;
  return step !== "equality" || sensitiveQuestions(document, londonDate(now())).length > 0;
}

/** The pages of joining a panel: those that the policy has questions for. */
export function stepsOf(panel: PanelView): readonly JoinStep[] {
  return order.filter((step) => isAsked(panel, step));
}

/** The next page; the last one when this page was opened from there. */
function after(panel: PanelView, step: JoinStep, change: unknown): JoinStep {
  if (change === "1") return "check";
  return order.slice(order.indexOf(step) + 1).find((next) => isAsked(panel, next)) ?? "check";
}

export function keepDetails(
  call: Call,
  { change, ...details }: JoinDetails & { change?: string | undefined },
): Promise<Result<Outcome>> {
  return keepPage(call, { details }, after(call.panel, "details", change));
}

export function keepPostedChoices(call: Call, posted: Posted): Promise<Result<Outcome>> {
  return keepChoices(call, posted, after(call.panel, "choices", posted["change"]));
}

export async function keepAboutYou(call: Call, posted: Posted): Promise<Result<Outcome>> {
  const { document } = call.panel;
  const read = readQuestions(document, optionalFields(document).plain, posted);
  if (!read.ok) return { ok: false, error: { code: "form.invalid", fields: read.faults } };
  return keepPage(call, { questions: read.value }, after(call.panel, "about-you", posted["change"]));
}

export async function keepEquality(call: Call, posted: Posted): Promise<Result<Outcome>> {
  const { document } = call.panel;
  const read = readSensitive(document, sensitiveQuestions(document, londonDate(now())), posted);
  if (!read.ok) return { ok: false, error: { code: "form.invalid", fields: read.faults } };
  return keepPage(call, { sensitive: read.value }, after(call.panel, "equality", posted["change"]));
}
