"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import {
  askPersonSchema,
  closeRequestSchema,
  extendRequestSchema,
  recordAnswerSchema,
  tellRecipientSchema,
} from "@/lib/schemas/rights-request";
import { askPerson as ask } from "@/lib/usecases/rights-request/ask-person";
import { closeRequest as close } from "@/lib/usecases/rights-request/close-request";
import { extendRequest as extend } from "@/lib/usecases/rights-request/extend-request";
import { recordAnswer as record } from "@/lib/usecases/rights-request/record-answer";
import { tellRecipient as tell } from "@/lib/usecases/rights-request/tell-recipient";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../_components/paths";

function back(slug: string, requestId: string, saved: string): string {
  return dpoPath(slug, `requests/${requestId}`, { saved });
}

/** Asks the person for something: the clock stops. */
export const askPerson = formAction({
  name: "askPerson",
  verb: "rightsRequest.answer",
  as: "session",
  schema: askPersonSchema,
  keep: ["what", "reason", "feeGround", "how", "on-*"],
  run: async ({ actor, panel }, question) =>
    leadingTo(back(panel.slug, question.requestId, "asked"), runUseCase(ask, actor, { panel, ...question })),
});

/** Records that what was asked is here: the clock goes on. */
export const recordAnswer = formAction({
  name: "recordAnswer",
  verb: "rightsRequest.answer",
  as: "session",
  schema: recordAnswerSchema,
  keep: ["on-*"],
  run: async ({ actor, panel }, answer) =>
    leadingTo(
      back(panel.slug, answer.requestId, "answered"),
      runUseCase(record, actor, { panel, ...answer }),
    ),
});

/** Takes two months more by telling the person. */
export const extendRequest = formAction({
  name: "extendRequest",
  verb: "rightsRequest.answer",
  as: "session",
  schema: extendRequestSchema,
  keep: ["reason", "how", "on-*"],
  run: async ({ actor, panel }, extension) =>
    leadingTo(
      back(panel.slug, extension.requestId, "extended"),
      runUseCase(extend, actor, { panel, ...extension }),
    ),
});

/** Records how far it is with telling one recipient. */
export const tellRecipient = formAction({
  name: "tellRecipient",
  verb: "rightsRequest.answer",
  as: "session",
  schema: tellRecipientSchema,
  keep: ["standing", "reason"],
  run: async ({ actor, panel }, step) =>
    leadingTo(back(panel.slug, step.requestId, "told"), runUseCase(tell, actor, { panel, ...step })),
});

/** Answers the request for good. */
export const closeRequest = formAction({
  name: "closeRequest",
  verb: "rightsRequest.answer",
  as: "session",
  schema: closeRequestSchema,
  keep: ["outcome", "ground", "reasons"],
  run: async ({ actor, panel }, answer) =>
    leadingTo(back(panel.slug, answer.requestId, "closed"), runUseCase(close, actor, { panel, ...answer })),
});
