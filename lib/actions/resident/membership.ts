import { getTranslations } from "next-intl/server";
import { londonDate, now } from "@/lib/clock";
import { addPeriod } from "@/lib/policy/civil";
import { ok, refuse, type Result } from "@/lib/result";
import { leavePanel } from "@/lib/usecases/membership/leave-panel";
import { pauseMembership } from "@/lib/usecases/membership/pause-membership";
import { resumeMembership } from "@/lib/usecases/membership/resume-membership";
import { runUseCase } from "@/lib/usecases/run";
import type { Call, Outcome } from "../form-action";
import { redirectAfterNo } from "./after-no";

export type PauseAnswer =
  { readonly length: "P1M" | "P3M" | "P6M" } | { readonly length: "date"; readonly until: string };

/** The last day of a break of some length from today. */
export function pauseEnd(answer: PauseAnswer): string | null {
  return answer.length === "date" ? answer.until : addPeriod(londonDate(now()), answer.length);
}

/** A break begins; leads to `${base}/done`. */
export async function savePause(
  { actor, panel }: Call,
  answer: PauseAnswer,
  base: string,
): Promise<Result<Outcome>> {
  const until = pauseEnd(answer);
  if (until === null) return refuse("form.unreadable");
  const paused = await runUseCase(pauseMembership, actor, { panel, until });
  if (!paused.ok) return paused;
  return ok(await redirectAfterNo(`${base}/done`, {}, paused.value.toDrain));
}

/** A break ends; leads to `path`. */
export async function saveResume({ actor, panel }: Call, path: string): Promise<Result<Outcome>> {
  const resumed = await runUseCase(resumeMembership, actor, { panel });
  return resumed.ok ? ok({ redirectTo: path }) : resumed;
}

/** The member leaves; leads to `${base}/done`. */
export async function saveLeave(
  { actor, panel }: Call,
  base: string,
  reason: string,
): Promise<Result<Outcome>> {
  const t = await getTranslations("member.leave");
  const wording = `${t("title", { panel: panel.name })} ${t("means")} ${t("button")}`;
  const left = await runUseCase(leavePanel, actor, { panel, wording, reason });
  if (!left.ok) return left;
  return ok(await redirectAfterNo(`${base}/done`, {}, left.value.toDrain));
}
