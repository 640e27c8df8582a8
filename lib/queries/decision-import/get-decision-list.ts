import { database } from "@/lib/db/client";
import { now } from "@/lib/clock";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import {
  type DecisionCounts,
  decisionCountsSchema,
  decisionTotals,
  type StagedDecisions,
  stagedDecisionsSchema,
} from "@/lib/schemas/staged-decisions";
import { weighPerson } from "./weigh-person";

/** What the lines of a list would do, before anybody confirms it; what was sent meanwhile is counted when it is recorded. */
export type DecisionPreview = Omit<DecisionCounts, "sentInGap">;

export type DecisionList = { readonly id: string; readonly uploadedAt: Date } & (
  | { readonly state: "wrong"; readonly problems: StagedDecisions["problems"] }
  | { readonly state: "waiting"; readonly preview: DecisionPreview; readonly outweighed: readonly number[] }
  | { readonly state: "recorded"; readonly counts: DecisionCounts; readonly recordedAt: Date }
);

async function previewOf(panel: PanelView, staged: StagedDecisions): Promise<DecisionPreview> {
  const byMember = Map.groupBy(staged.lines, ({ memberId }) => memberId);
  const facts = await loadMemberFacts(panel.organisationId, [...byMember.keys()]);
  const at = now().getTime();
  const weighed = [...byMember].flatMap(([memberId, own]) =>
    weighPerson(panel, own, facts.get(memberId)?.consents ?? [], at).map((one) => ({ ...one, memberId })),
  );
  return decisionTotals(staged, weighed);
}

/** A list of decisions of the viewer's panel: what is wrong with it, what it would do, or what it did. Null: no such list. */
export async function getDecisionList(viewer: Viewer, id: string): Promise<DecisionList | null> {
  authorise(viewer, "decision.import");
  const { organisationId, id: panelId } = viewer.panel;
  const upload = await database().listUpload.findFirst({
    where: { organisationId, id, panelId, kind: "decision" },
    select: { rows: true, counts: true, uploadedAt: true, appliedAt: true },
  });
  if (upload === null) return null;
  const { uploadedAt, appliedAt } = upload;
  if (appliedAt !== null) {
    const counts = decisionCountsSchema.parse(upload.counts);
    return { id, uploadedAt, state: "recorded", counts, recordedAt: appliedAt };
  }
  const staged = stagedDecisionsSchema.parse(upload.rows);
  const { problems, outweighed } = staged;
  if (problems.length > 0) return { id, uploadedAt, state: "wrong", problems };
  return { id, uploadedAt, state: "waiting", preview: await previewOf(viewer.panel, staged), outweighed };
}
