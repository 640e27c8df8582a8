"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { resumeMailingSchema } from "@/lib/schemas/audience-mailing";
import { resumeMailing } from "@/lib/usecases/mailing/resume-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../_components/paths";

/** Lets a paused mailing go on. */
export const resumeSending = formAction({
  name: "resumeSending",
  verb: "mailing.send",
  as: "session",
  schema: resumeMailingSchema,
  keep: [],
  run: async ({ actor, panel }, { mailing: mailingId }) => {
    const result = await runUseCase(resumeMailing, actor, { panel, mailingId });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `mailings/${mailingId}`) });
  },
});
