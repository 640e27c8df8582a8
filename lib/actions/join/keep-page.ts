import { ok, refuse, type Result } from "@/lib/result";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import { runUseCase } from "@/lib/usecases/run";
import { savePage } from "@/lib/usecases/join/save-page";
import type { Call, Outcome } from "../form-action";
import { draftKeyOfBrowser, someone } from "./draft-of-browser";

/** Where a page leads: on, or back to the answers when it was opened from there to change something. */
export type JoinStep = "details" | "choices" | "about-you" | "equality" | "check";

/** Keeps one page of the draft of this browser and says where to go. */
export async function keepPage(
  { panel }: Call,
  page: Partial<JoinDraft>,
  next: JoinStep,
): Promise<Result<Outcome>> {
  const key = await draftKeyOfBrowser(panel);
  if (key === null) return refuse("join.draftEnded");
  const saved = await runUseCase(savePage, someone, { ...key, page });
  return saved.ok ? ok({ redirectTo: `/${panel.slug}/join/${next}` }) : saved;
}
