"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { audienceQuery } from "@/lib/schemas/audience";
import { reviewQuery, sendMailingSchema } from "@/lib/schemas/audience-mailing";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** Releases the mail that was previewed, or shows the words that were typed. A second press finds the first mailing. */
export const sendMailing = formAction({
  name: "sendMailing",
  verb: "mailing.send",
  as: "session",
  schema: sendMailingSchema,
  keep: ["reviewed", "subject", "opening", "promotion", "incentive", "about", "occasion"],
  run: async (
    { actor, panel },
    { activity: activityId, audience, subject, opening, review, key: idempotencyKey, page, look, unseen },
  ) => {
    const words = { subject, opening };
    if (look) {
      const query = { ...audienceQuery(audience), ...words, ...reviewQuery(review), unseen };
      return ok({ redirectTo: staffPath(panel.slug, `activities/${activityId}/${page}`, query) });
    }
    const result = await runUseCase(approveMailing, actor, {
      panel,
      activityId,
      audience,
      words,
      review,
      idempotencyKey,
    });
    if (!result.ok) return result;
    return ok({ redirectTo: staffPath(panel.slug, `mailings/${result.value.mailingId}`) });
  },
});
