"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { refreshed } from "@/lib/actions/refreshed";
import { nothingSchema } from "@/lib/schemas/join-start";
import { draftPressSchema, returnSchema, submissionSchema } from "@/lib/schemas/policy-draft-form";
import { approveDraft } from "@/lib/usecases/policy/approve-draft";
import { recallDraft } from "@/lib/usecases/policy/recall-draft";
import { returnDraft } from "@/lib/usecases/policy/return-draft";
import { submitDraft } from "@/lib/usecases/policy/submit-draft";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../../_components/paths";

/** Hands the draft to a second person. */
export const submitPolicyDraft = formAction({
  name: "submitPolicyDraft",
  verb: "policy.edit",
  as: "session",
  schema: submissionSchema,
  lists: ["keptConsents"],
  keep: ["summary", "keptConsents", "inForceOn-*"],
  run: ({ actor, panel }, submission) =>
    leadingTo(
      dpoPath(panel.slug, "policy/draft/changes"),
      refreshed(runUseCase(submitDraft, actor, { panel, ...submission })),
    ),
});

/** The second person approves: in force at once, or waiting for its day. */
export const approvePolicyDraft = formAction({
  name: "approvePolicyDraft",
  verb: "policy.approve",
  as: "session",
  schema: draftPressSchema,
  keep: [],
  run: ({ actor, panel }, { revision }) =>
    leadingTo(
      ({ inForce }) => dpoPath(panel.slug, inForce ? "policy" : "policy/draft/changes"),
      refreshed(runUseCase(approveDraft, actor, { panel, revision })),
    ),
});

/** The second person sends the draft back. */
export const returnPolicyDraft = formAction({
  name: "returnPolicyDraft",
  verb: "policy.approve",
  as: "session",
  schema: returnSchema,
  keep: ["reason"],
  run: ({ actor, panel }, { reason }) =>
    leadingTo(dpoPath(panel.slug, "policy/draft"), runUseCase(returnDraft, actor, { panel, reason })),
});

/** Calls back what was submitted or approved, before it is in force. */
export const recallPolicyDraft = formAction({
  name: "recallPolicyDraft",
  verb: "policy.edit",
  as: "session",
  schema: nothingSchema,
  keep: [],
  run: ({ actor, panel }) =>
    leadingTo(dpoPath(panel.slug, "policy/draft"), runUseCase(recallDraft, actor, { panel })),
});
