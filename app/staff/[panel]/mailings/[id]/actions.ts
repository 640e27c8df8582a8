"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
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
  run: ({ actor, panel }, { mailing: mailingId }) =>
    leadingTo(
      staffPath(panel.slug, `mailings/${mailingId}`),
      runUseCase(pauseMailing, actor, { panel, mailingId }),
    ),
});

/** Lets a paused mailing go on. */
export const resumeSending = formAction({
  name: "resumeSending",
  verb: "mailing.send",
  as: "session",
  schema: steerMailingSchema,
  keep: [],
  run: ({ actor, panel }, { mailing: mailingId }) =>
    leadingTo(
      staffPath(panel.slug, `mailings/${mailingId}`),
      runUseCase(resumeMailing, actor, { panel, mailingId }),
    ),
});

/** Ends a mailing for good: what has not left never does. */
export const stopSending = formAction({
  name: "stopSending",
  verb: "mailing.send",
  as: "session",
  schema: steerMailingSchema,
  keep: [],
  run: ({ actor, panel }, { mailing: mailingId }) =>
    leadingTo(
      staffPath(panel.slug, `mailings/${mailingId}`),
      runUseCase(stopMailing, actor, { panel, mailingId }),
    ),
});
