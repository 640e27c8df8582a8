import { redirect } from "next/navigation";
import { draftOfBrowser } from "@/lib/actions/join/draft-of-browser";
import type { OpenDraft } from "@/lib/queries/join/get-join-draft";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { panelOr404 } from "../../../_components/panel-or-404";

/** What a page inside the journey is given. */
export type StepParams = {
  params: Promise<{ panel: string }>;
  searchParams: Promise<{ change?: string | string[] }>;
};

export type StepContext = {
  readonly panel: PanelView;
  readonly answers: OpenDraft["answers"];
  /** The page was opened from "Check your answers", and leads back there. */
  readonly change: boolean;
};

/**
 * The draft this browser writes, for a page inside the journey. Without one the journey begins at its start; one that
 * was sent already goes to its end.
 */
export async function openDraft({ params, searchParams }: StepParams): Promise<StepContext> {
  const panel = await panelOr404((await params).panel);
  const open = await draftOfBrowser(panel);
  if (open === null) redirect(`/${panel.slug}/join`);
  if (open.draft.submittedAt !== null) redirect(`/${panel.slug}/join/done`);
  return { panel, answers: open.draft.answers, change: (await searchParams).change === "1" };
}
