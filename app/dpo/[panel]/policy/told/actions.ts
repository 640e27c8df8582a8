"use server";
import { getTranslations } from "next-intl/server";
import { formAction } from "@/lib/actions/form-action";
import { startOfDay } from "@/lib/policy/civil";
import { ok } from "@/lib/result";
import { lettersSchema } from "@/lib/schemas/policy-draft-form";
import { tellByLetter } from "@/lib/usecases/policy/tell-by-letter";
import { runUseCase } from "@/lib/usecases/run";

/** Records that these people were sent the notice in force by letter. */
export const markToldByLetter = formAction({
  name: "markToldByLetter",
  verb: "policy.edit",
  as: "session",
  schema: lettersSchema,
  lists: ["people"],
  keep: ["people", "postedOn-*"],
  run: async ({ actor, panel }, { people, postedOn }) => {
    const postedAt = new Date(startOfDay(postedOn) ?? 0);
    const told = await runUseCase(tellByLetter, actor, { panel, memberIds: people, postedAt });
    if (!told.ok) return told;
    const t = await getTranslations("policyRegister.told");
    return ok({ done: t("marked", { count: told.value.told }) });
  },
});
