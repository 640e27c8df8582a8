"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { refreshed } from "@/lib/actions/refreshed";
import { approveDisposalSchema, beginDisposalSchema, disposalPressSchema } from "@/lib/schemas/disposal";
import { approveDisposal } from "@/lib/usecases/disposal/approve-disposal";
import { cancelDisposal } from "@/lib/usecases/disposal/cancel-disposal";
import { simulateDisposal } from "@/lib/usecases/disposal/simulate-disposal";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

/** Looks what is due and leads to the preview; nothing is deleted. */
export const beginDisposal = formAction({
  name: "beginDisposal",
  verb: "disposal.begin",
  as: "session",
  schema: beginDisposalSchema,
  keep: ["asOf-*"],
  run: ({ actor, panel }, asked) =>
    leadingTo(
      ({ runId }) => dpoPath(panel.slug, `retention/runs/${runId}`),
      runUseCase(simulateDisposal, actor, { panel, ...asked }),
    ),
});

/** The second person approves what the preview says; the worker carries it out. */
export const approveDisposalRun = formAction({
  name: "approveDisposalRun",
  verb: "disposal.approve",
  as: "session",
  schema: approveDisposalSchema,
  keep: ["people"],
  run: ({ actor, panel }, { run: runId, people }) =>
    leadingTo(
      dpoPath(panel.slug, `retention/runs/${runId}`),
      refreshed(runUseCase(approveDisposal, actor, { panel, runId, people })),
    ),
});

/** Takes a run back before anything was deleted. */
export const cancelDisposalRun = formAction({
  name: "cancelDisposalRun",
  verb: "disposal.begin",
  as: "session",
  schema: disposalPressSchema,
  keep: [],
  run: ({ actor, panel }, { run: runId }) =>
    leadingTo(
      dpoPath(panel.slug, "retention"),
      refreshed(runUseCase(cancelDisposal, actor, { panel, runId })),
    ),
});
