import { createHash } from "node:crypto";
import { newId } from "@/lib/id";
import { coversConsent } from "@/lib/policy/notice-cover";
import { isProven, moreProtective } from "@/lib/policy/stated-decision";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { DecisionProblem, ReadDecision } from "@/lib/schemas/decision-list";
import type { StagedDecision, StagedDecisions } from "@/lib/schemas/staged-decisions";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { membersNamed, noticesNamed } from "./look-up";

export type DecisionsToStage = {
  readonly panel: PanelView;
  readonly text: string;
  readonly lines: readonly ReadDecision[];
  readonly problems: readonly DecisionProblem[];
};

function sameDay({ memberId, purposeKey, channel, day }: StagedDecision): string {
  return [memberId, purposeKey, channel, day].join(" ");
}

type Kept = Pick<StagedDecisions, "lines" | "repeated" | "outweighed">;

/** Of several lines about one person, matter and day, the most protective; what it outweighs is said, repeats are counted. */
function settled(lines: readonly StagedDecision[]): Kept {
  const kept = new Map<string, StagedDecision>();
  const outweighed: number[] = [];
  let repeated = 0;
  for (const line of lines) {
    const key = sameDay(line);
    const other = kept.get(key);
    if (other === undefined) kept.set(key, line);
    else if (other.decision === line.decision) repeated += 1;
    else {
      const stays = moreProtective(other.decision, line.decision) === line.decision ? line : other;
      kept.set(key, stays);
      outweighed.push(stays === line ? other.line : line.line);
    }
  }
  return { lines: [...kept.values()], repeated, outweighed };
}

async function resolve(ctx: Ctx, { panel, lines }: DecisionsToStage) {
  const members = await membersNamed(ctx, panel, lines);
  const notices = await noticesNamed(ctx, panel, lines);
  const staged: StagedDecision[] = [];
  const problems: DecisionProblem[] = [];
  for (const read of lines) {
    const { member, notice, ...line } = read;
    const found = members.get(member) ?? { code: "unknownMember" };
    const named = notice === null ? null : notices.get(notice);
    if ("code" in found) problems.push({ line: read.line, column: "member", code: found.code });
    if (named === undefined) problems.push({ line: read.line, column: "notice", code: "unknownNotice" });
    const covers = named && coversConsent(panel.document, line.purposeKey, named.publishedAt.getTime());
    const proven = covers === true && isProven({ ...read, scriptVersion: read.script });
    if ("id" in found) staged.push({ ...line, memberId: found.id, noticeId: proven ? named.id : null });
  }
  return { staged, problems };
}

/**
 * Keeps a list of decisions until somebody who checked it confirms it, or its problems to be looked at: nothing is
 * recorded yet. A list with a problem cannot be confirmed, so that nothing is half-applied.
 * @returns the id of what waits.
 */
export async function stageDecisions(ctx: Ctx, input: DecisionsToStage): Promise<Result<string>> {
  const { panel, text } = input;
  const staffId = actingStaff(ctx, "decision.import", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const { staged, problems: unknown } = await resolve(ctx, input);
  const problems = [...input.problems, ...unknown].toSorted((one, other) => one.line - other.line);
  const kept = problems.length > 0 ? { lines: [], repeated: 0, outweighed: [] } : settled(staged);
  const fileHash = createHash("sha256").update(text).digest("hex");
  const rows = { fileHash, problems, ...kept };
  const { organisationId, id: panelId } = panel;
  const id = newId(ctx.at);
  const upload = { organisationId, id, panelId, uploadedBy: staffId, uploadedAt: ctx.at };
  await ctx.tx.listUpload.create({ data: { ...upload, kind: "decision", rows } });
  return ok(id);
}
