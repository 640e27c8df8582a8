import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { withoutItem } from "@/lib/schemas/policy-edit";
import { itemsOf } from "@/lib/schemas/policy-item-form";
import type { PartName } from "@/lib/schemas/policy-parts-form";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { problemRefusal } from "./edit-item";
import { keepDocument } from "./keep-document";
import { lockDraft, refuseStale } from "./locked-draft";

type Removal = {
  readonly panel: PanelView;
  readonly part: PartName;
  readonly item: string;
  readonly revision: number;
};

/** Takes an item out of the draft. What still names it is the linter's to say. Pressing again changes nothing. */
export async function removeItem(ctx: Ctx, { panel, part, item, revision }: Removal): Promise<Result<null>> {
  const staffId = actingStaff(ctx, "policy.edit", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "editing");
  if (!locked.ok) return locked;
  const draft = locked.value;
  if (!itemsOf(draft.document, part).some(({ id }) => id === item)) return ok(null);
  const stale = await refuseStale(ctx, draft, revision);
  if (stale !== null) return stale;
  const edited = withoutItem(draft.document, part, item);
  if (!edited.ok) return problemRefusal({ "": Object.values(edited.problems).flat() });
  await keepDocument(ctx, panel, draft, staffId, edited.document, { part, item });
  return ok(null);
}
