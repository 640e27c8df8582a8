"use server";
import { formAction } from "@/lib/actions/form-action";
import { refreshed } from "@/lib/actions/refreshed";
import { ok } from "@/lib/result";
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
  run: async ({ actor, panel }, submission) => {
    const submitted = await refreshed(runUseCase(submitDraft, actor, { panel, ...submission }));
    return submitted.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy/draft/changes") }) : submitted;
  },
});

/** The second person approves: in force at once, or waiting for its day. */
export const approvePolicyDraft = formAction({
  name: "approvePolicyDraft",
  verb: "policy.approve",
  as: "session",
  schema: draftPressSchema,
  keep: [],
  run: async ({ actor, panel }, { revision }) => {
    const approved = await refreshed(runUseCase(approveDraft, actor, { panel, revision }));
    if (!approved.ok) return approved;
    return ok({
      redirectTo: dpoPath(panel.slug, approved.value.inForce ? "policy" : "policy/draft/changes"),
    });
  },
});

/** The second person sends the draft back. */
export const returnPolicyDraft = formAction({
  name: "returnPolicyDraft",
  verb: "policy.approve",
  as: "session",
  schema: returnSchema,
  keep: ["reason"],
  run: async ({ actor, panel }, { reason }) => {
    const returned = await runUseCase(returnDraft, actor, { panel, reason });
    return returned.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy/draft") }) : returned;
  },
});

/** Calls back what was submitted or approved, before it is in force. */
export const recallPolicyDraft = formAction({
  name: "recallPolicyDraft",
  verb: "policy.edit",
  as: "session",
  schema: nothingSchema,
  keep: [],
  run: async ({ actor, panel }) => {
    const recalled = await runUseCase(recallDraft, actor, { panel });
    return recalled.ok ? ok({ redirectTo: dpoPath(panel.slug, "policy/draft") }) : recalled;
  },
});
