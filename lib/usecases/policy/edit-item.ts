import { freeSlot } from "@/lib/policy/successor";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Fault, type Refusal, type Result } from "@/lib/result";
import { itemFromForm, itemsOf, type PolicyItemForm } from "@/lib/schemas/policy-item-form";
import { withItem, type EditProblems } from "@/lib/schemas/policy-edit";
import { isList } from "@/lib/schemas/policy-parts-form";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { earlierDocuments } from "./earlier-documents";
import { keepDocument } from "./keep-document";
import { lockDraft, refuseStale, type LockedDraft } from "./locked-draft";

export type ItemEdit = { readonly panel: PanelView; readonly edit: PolicyItemForm };

type Json = Record<string, unknown>;

/** The sentences of the document's schema, each at its input. */
export function problemRefusal(problems: EditProblems): { readonly ok: false; readonly error: Refusal } {
  const fields = Object.entries(problems).map(([name, sentences]): readonly [string, readonly Fault[]] => [
    name === "" ? "form" : name,
    sentences.map((sentence) => ({ code: "policyEdit.says", params: { sentence } })),
  ]);
  return { ok: false, error: { code: "form.invalid", fields: Object.fromEntries(fields) } };
}

/** What a new item begins as. A new purpose takes a place in the packed contact permission that none ever had. */
async function newItem(ctx: Ctx, { panel, edit }: ItemEdit, draft: LockedDraft): Promise<Json | null> {
  if (edit.part !== "purposes") return {};
  const slot = freeSlot([...(await earlierDocuments(ctx.tx, panel)), draft.document]);
  return slot === null ? null : { slot };
}

/** What the form begins from: the item as it is now, so that what it does not ask about stays. */
async function itemBefore(ctx: Ctx, input: ItemEdit, draft: LockedDraft): Promise<Result<Json>> {
  const { part, item } = input.edit;
  if (isList(part) && item === "") {
    const begun = await newItem(ctx, input, draft);
    return begun === null ? refuse("policy.noSlot") : ok(begun);
  }
  const found = itemsOf(draft.document, part).find(({ id }) => id === item);
  return found === undefined ? refuse("policy.itemGone") : ok(found.item);
}

/** Adds an item to the draft or changes one; refuses a form that began before the last save. */
export async function editItem(ctx: Ctx, input: ItemEdit): Promise<Result<{ readonly item: string }>> {
  const { panel, edit } = input;
  const staffId = actingStaff(ctx, "policy.edit", panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const locked = await lockDraft(ctx, panel, "editing");
  if (!locked.ok) return locked;
  const draft = locked.value;
  const stale = await refuseStale(ctx, draft, edit.revision);
  if (stale !== null) return stale;
  const before = await itemBefore(ctx, input, draft);
  if (!before.ok) return before;
  const { part, item: id, typed } = edit;
  const edited = withItem(draft.document, part, id, itemFromForm(part, typed, before.value));
  if (!edited.ok) return problemRefusal(edited.problems);
  await keepDocument(ctx, panel, draft, staffId, edited.document, { part, item: edited.id });
  return ok({ item: edited.id });
}
