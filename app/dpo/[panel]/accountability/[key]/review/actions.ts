"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { reviewParts, reviewSchema } from "@/lib/schemas/review";
import { recordReview } from "@/lib/usecases/accountability/record-review";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../../_components/paths";

export const recordAssessmentReview = formAction({
  name: "recordAssessmentReview",
  verb: "accountability.review",
  as: "session",
  schema: reviewSchema,
  keep: ["title", "ownerRole", "approvedOn-*", "reviewOn-*", ...Object.values(reviewParts).flat()],
  run: async ({ actor, panel }, review) => {
    const recorded = await runUseCase(recordReview, actor, { panel, review });
    const path = `accountability/${encodeURIComponent(review.key)}`;
    return recorded.ok
      ? ok({ redirectTo: dpoPath(panel.slug, path, { recorded: String(recorded.value.number) }) })
      : recorded;
  },
});
