"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { steerMailingSchema } from "@/lib/schemas/audience-mailing";
import { pauseMailing } from "@/lib/usecases/mailing/pause-mailing";
import { resumeMailing } from "@/lib/usecases/mailing/resume-mailing";
import { stopMailing } from "@/lib/usecases/mailing/stop-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../_components/paths";

/** Holds a mailing back until somebody lets it go on. */
export const pauseSending = formAction({
  name: "pauseSending",
  verb: "mailing.send",
  as: "session",
  schema: steerMailingSchema,
  keep: [],
  run: async ({ actor, panel }, { mailing: mailingId }) => {
    const result = await runUseCase(pauseMailing, actor, { panel, mailingId });
    return result.ok ? ok({ redirectTo: staffPath(panel.slug, `mailings/${mailingId}`) }) : result;
  },
});

/** Lets a paused mailing go on. */
export const resumeSending = formAction({
  name: "resumeSending",
  verb: "mailing.send",
  as: "session",
  schema: steerMailingSchema,
  keep: [],
  run: async ({ actor, panel }, { mailing: mailingId }) => {
    const result = await runUseCase(resumeMailing, actor, { panel, mailingId });
    return result.ok ? ok({ redirectTo: staffPath(panel.slug, `mailings/${mailingId}`) }) : result;
  },
});

/** Ends a mailing for good: what has not left never does. */
export const stopSending = formAction({
  name: "stopSending",
  verb: "mailing.send",
  as: "session",
  schema: steerMailingSchema,
  keep: [],
  run: async ({ actor, panel }, { mailing: mailingId }) => {
    const result = await runUseCase(stopMailing, actor, { panel, mailingId });
    return result.ok ? ok({ redirectTo: staffPath(panel.slug, `mailings/${mailingId}`) }) : result;
  },
});
