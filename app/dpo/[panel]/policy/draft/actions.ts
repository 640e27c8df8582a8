"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { refreshed } from "@/lib/actions/refreshed";
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
  run: ({ actor, panel }) =>
    leadingTo(dpoPath(panel.slug, "policy/draft"), runUseCase(beginDraft, actor, { panel })),
});

/** Saves one item of the draft. */
export const savePolicyItem = formAction({
  ...edit,
  name: "savePolicyItem",
  schema: policyItemSchema,
  lists: listNames,
  keep: inputNamesOfAll,
  run: ({ actor, panel }, item) =>
    leadingTo(
      dpoPath(panel.slug, "policy/draft"),
      refreshed(runUseCase(editItem, actor, { panel, edit: item })),
    ),
});

/** Takes one item out of the draft. */
export const removePolicyItem = formAction({
  ...edit,
  name: "removePolicyItem",
  schema: itemRemovalSchema,
  keep: [],
  run: ({ actor, panel }, removal) =>
    leadingTo(
      dpoPath(panel.slug, "policy/draft"),
      refreshed(runUseCase(removeItem, actor, { panel, ...removal })),
    ),
});

/** Throws the draft away. */
export const discardPolicyDraft = formAction({
  ...edit,
  name: "discardPolicyDraft",
  schema: draftPressSchema,
  keep: [],
  run: ({ actor, panel }, { revision }) =>
    leadingTo(dpoPath(panel.slug, "policy"), refreshed(runUseCase(discardDraft, actor, { panel, revision }))),
});
