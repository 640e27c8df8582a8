"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { applicationDecisionSchema } from "@/lib/schemas/application-decision";
import { decideApplication } from "@/lib/usecases/application/decide-application";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** A person decides an application they have read, and the applicant is told. */
export const decideOnApplication = formAction({
  name: "decideOnApplication",
  verb: "application.decide",
  as: "session",
  schema: applicationDecisionSchema,
  keep: ["reason", "words"],
  run: async ({ actor, panel }, decision) => {
    const result = await runUseCase(decideApplication, actor, { panel, decision });
    if (!result.ok) return result;
    return ok({
      redirectTo: staffPath(panel.slug, `applications/${result.value.reference}`, { decided: "1" }),
    });
  },
});
