"use server";
import { formAction } from "@/lib/actions/form-action";
import { refreshed } from "@/lib/actions/refreshed";
import { ok } from "@/lib/result";
import { nothingSchema } from "@/lib/schemas/join-start";
import { draftPressSchema, itemRemovalSchema } from "@/lib/schemas/policy-draft-form";
import { inputNamesOfAll, listNames, policyItemSchema } from "@/lib/schemas/policy-item-form";
import { beginDraft } from "@/lib/usecases/policy/begin-draft";
import { discardDraft } from "@/lib/usecases/policy/discard-draft";
import { editItem } from "@/lib/usecases/policy/edit-item";
import { removeItem } from "@/lib/usecases/policy/remove-item";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../_components/paths";

const edit = { verb: "policy.edit", as: "session" } as const;

/** Begins the draft, or opens the one there is. */
export const beginPolicyDraft = formAction({
  ...edit,
  name: "beginPolicyDraft",
  schema: nothingSchema,
  keep: [],
  run: async ({ actor, panel }) => {
    const begun = await runUseCase(beginDraft, actor, { panel });
    return begun.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy/draft") }) : begun;
  },
});

/** Saves one item of the draft. */
export const savePolicyItem = formAction({
  ...edit,
  name: "savePolicyItem",
  schema: policyItemSchema,
  lists: listNames,
  keep: inputNamesOfAll,
  run: async ({ actor, panel }, item) => {
    const saved = await refreshed(runUseCase(editItem, actor, { panel, edit: item }));
    return saved.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy/draft") }) : saved;
  },
});

/** Takes one item out of the draft. */
export const removePolicyItem = formAction({
  ...edit,
  name: "removePolicyItem",
  schema: itemRemovalSchema,
  keep: [],
  run: async ({ actor, panel }, removal) => {
    const removed = await refreshed(runUseCase(removeItem, actor, { panel, ...removal }));
    return removed.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy/draft") }) : removed;
  },
});

/** Throws the draft away. */
export const discardPolicyDraft = formAction({
  ...edit,
  name: "discardPolicyDraft",
  schema: draftPressSchema,
  keep: [],
  run: async ({ actor, panel }, { revision }) => {
    const discarded = await refreshed(runUseCase(discardDraft, actor, { panel, revision }));
    return discarded.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy") }) : discarded;
  },
});
