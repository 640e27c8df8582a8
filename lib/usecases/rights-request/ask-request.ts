import type { RequestKind } from "@/lib/policy/request/request";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { lockActingMember } from "../membership/acting-member";
import { keepRequest } from "./keep-request";

export type OwnRequest = {
  readonly panel: PanelView;
  readonly id: string;
  readonly kind: RequestKind;
  readonly details: string;
};

/**
 * The member who is signed in asks for something on their own page: it is received at this moment, and nobody asks them who
 * they are (law.md RR-1, RR-6). An objection is a choice, which holds at once: it is not asked for.
 */
export async function askRequest(
  ctx: Ctx,
  { panel, ...request }: OwnRequest,
): Promise<Result<{ readonly id: string }>> {
  if (request.kind === "objection") return refuse("form.unreadable");
  const { subjectRef } = await lockActingMember(ctx);
  const asked = { ...request, subjectRef, requesterName: null, replyTo: null };
  return keepRequest(ctx, panel, { ...asked, method: "web", receivedAt: ctx.at });
}
