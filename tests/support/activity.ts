import type pg from "pg";
import { newId } from "@/lib/id";
import type { ContentReview } from "@/lib/policy/content-review";
import type { Actor } from "@/lib/policy/permission";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { expandMailing } from "@/lib/usecases/mailing/expand-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { everyone } from "@/lib/schemas/audience";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { insertRows } from "@/prisma/seed/insert-rows";
import type { TestPanel } from "./panel";

/** Answers about an invitation that promotes nothing. */
export const onlyAsks: ContentReview = { promotion: "none", incentive: "none", about: null, occasion: null };
/** Answers about news of a change that promotes nothing. */
export const onlyTells: ContentReview = { ...onlyAsks, incentive: null, occasion: "changed" };

const dayMs = 86_400_000;

/** The engagement officer of a test's panel. */
export function engagementOf(panel: TestPanel): Actor {
  const { organisationId, staffId, panelId } = panel;
  return { kind: "staff", organisationId, staffId, grants: [{ panelId, role: "engagement" }] };
}

/** The panel as pages and use-cases see it. */
export async function viewOf(panel: TestPanel): Promise<PanelView> {
  const view = await getPanelById(panel.organisationId, panel.panelId);
  if (view === null) throw new Error("The test's panel is not in force");
  return view;
}

/** An open focus group in two weeks, under the purpose given. Returns its id. */
export async function makeFocusGroup(
  client: pg.ClientBase,
  panel: TestPanel,
  purposeKey = "research",
): Promise<string> {
  const { organisationId, panelId, staffId } = panel;
  const id = newId();
  const at = Date.now();
  const words = {
    title: "Repairs online",
    summary: "Try the new repairs page with us and say what you think.",
  };
  await insertRows(client, "activity", [
    {
      organisationId,
      id,
      panelId,
      kind: "focus_group",
      purposeKey,
      ...words,
      state: "open",
      publishedAt: at,
      createdBy: staffId,
      createdAt: at,
    },
  ]);
  await insertRows(client, "activity_session", [
    {
      organisationId,
      id: newId(),
      activityId: id,
      startsAt: at + 14 * dayMs,
      endsAt: at + 14 * dayMs + 5_400_000,
      place: "Mill Bank Centre",
      joinLink: null,
      capacity: 12,
      adjustmentsAsked: "Tell us what would help you take part.",
    },
  ]);
  return id;
}

/** A mailing about a new focus group, approved for every member of the panel. Returns its id. */
export async function approveToEveryone(client: pg.ClientBase, panel: TestPanel): Promise<string> {
  const approved = await runUseCase(approveMailing, engagementOf(panel), {
    panel: await viewOf(panel),
    activityId: await makeFocusGroup(client, panel),
    audience: everyone,
    words: { subject: "Would you like to come?", opening: "We would love to see you." },
    review: onlyAsks,
    idempotencyKey: newId(),
  });
  if (!approved.ok) throw new Error(approved.error.code);
  return approved.value.mailingId;
}

/** Makes the deliveries of every approved mailing, so many a transaction. */
export async function expandAll(size = 4): Promise<void> {
  for (;;) {
    const result = await runUseCase(expandMailing, { kind: "system", name: "test" }, { size });
    if (!result.ok || result.value === null) return;
  }
}
