import type { PolicyDocument } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { keepDocument } from "./keep-document";
import { lockDraft, refuseStale } from "./locked-draft";

type Replacement = {
  readonly panel: PanelView;
  readonly document: PolicyDocument;
  readonly revision: number;
};

/** Puts a whole document, read and checked before, in the draft's place: all of it or nothing. */
export async function replaceDocument(
  ctx: Ctx,
  { panel, document, revision }: Replacement,
): Promise<Result<null>> {
  const staffId = actingStaff(ctx, "policy.edit", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "editing");
  if (!locked.ok) return locked;
  const stale = await refuseStale(ctx, locked.value, revision);
  if (stale !== null) return stale;
  await keepDocument(ctx, panel, locked.value, staffId, document, { part: "document", item: "" });
  return ok(null);
}
