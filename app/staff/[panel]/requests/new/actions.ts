"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { may } from "@/lib/policy/permission";
import { receiveRequestSchema } from "@/lib/schemas/rights-request";
import { receiveRequest as receive } from "@/lib/usecases/rights-request/receive-request";
import { runUseCase } from "@/lib/usecases/run";

/** Keeps a request that reached somebody here. Who may not read it is told that it was passed on. */
export const receiveRequest = formAction({
  name: "receiveRequest",
  verb: "rightsRequest.receive",
  as: "session",
  schema: receiveRequestSchema,
  keep: ["kind", "details", "method", "receivedOn-*", "reference", "requesterName", "replyTo"],
  run: async ({ actor, panel }, request) =>
    leadingTo(
      ({ id }) =>
        may(actor, "rightsRequest.view", panel.id)
          ? `/dpo/${panel.slug}/requests/${id}?saved=received`
          : `/staff/${panel.slug}/requests/new?saved=sent`,
      runUseCase(receive, actor, { panel, ...request }),
    ),
});
