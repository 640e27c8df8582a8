"use server";
import { getTranslations } from "next-intl/server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { askRequestSchema } from "@/lib/schemas/rights-request";
import { askRequest as ask } from "@/lib/usecases/rights-request/ask-request";
import { runUseCase } from "@/lib/usecases/run";

/** A member uses a right. */
export const askRequest = formAction({
  name: "my.askRequest",
  verb: "rightsRequest.ask",
  as: "session",
  schema: askRequestSchema,
  keep: ["details"],
  run: async ({ actor, panel }, { details: said, ...request }) => {
    const t = await getTranslations("requests.own");
    // Who writes nothing asks in the words they pressed.
    const details = said === "" ? t(`right.${request.kind}.title`) : said;
    const asked = runUseCase(ask, actor, { panel, ...request, details });
    return leadingTo(({ id }) => `/my/requests/${id}?sent=1`, asked);
  },
});
