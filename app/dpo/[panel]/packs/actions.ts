"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { findSubject } from "@/lib/queries/trail/find-subject";
import { refuse } from "@/lib/result";
import { askPackSchema } from "@/lib/schemas/evidence-forms";
import { askPack } from "@/lib/usecases/evidence/ask-pack";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../_components/paths";

export const askForPack = formAction({
  name: "askForPack",
  verb: "evidence.pack",
  as: "session",
  schema: askPackSchema,
  keep: ["scope", "member", "activity", "reason"],
  run: async ({ actor, panel }, { scope, member, activity, reason }) => {
    const subject = scope === "person" ? await findSubject({ actor, panel }, member ?? "") : undefined;
    if (subject === null) return refuse("trail.noSuchMember");
    const activityId = scope === "activity" ? (activity ?? null) : null;
    const input = { panel, subjectRef: subject?.subjectRef ?? null, activityId, reason };
    return leadingTo((id) => dpoPath(panel.slug, `packs/${id}`), runUseCase(askPack, actor, input));
  },
});
