import type { RequestKind } from "@/lib/policy/request/request";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { lockActingMember } from "../membership/acting-member";
import { keepRequest } from "./keep-request";

export type OwnRequest = {
  readonly panel: PanelView;
  readonly id: string;
  readonly kind: RequestKind;
  readonly details: string;
};

/** The request with these very words that they still wait for: sent again from another tab, or after going back. */
async function findSameOpen(ctx: Ctx, { panel, kind, details }: OwnRequest, subjectRef: string) {
  return ctx.tx.dataSubjectRequest.findFirst({
    where: {
      ...{ organisationId: panel.organisationId, panelId: panel.id },
      ...{ kind, subjectRef, details, closedAt: null },
    },
    select: { id: true },
    orderBy: { receivedAt: "asc" },
  });
}

/**
 * The member who is signed in asks for something on their own page: it is received at this moment, and nobody asks them who
 * they are (law.md RR-1, RR-6). The same words again, before the first have their answer, are the same request. An objection is
 * a choice, which holds at once: it is not asked for.
 */
export async function askRequest(ctx: Ctx, own: OwnRequest): Promise<Result<{ readonly id: string }>> {
  const { panel, ...request } = own;
  if (request.kind === "objection") return refuse("form.unreadable");
  const { subjectRef } = await lockActingMember(ctx);
  const same = await findSameOpen(ctx, own, subjectRef);
  if (same !== null) return ok(same);
  const asked = { ...request, subjectRef, requesterName: null, replyTo: null };
  return keepRequest(ctx, panel, { ...asked, method: "web", receivedAt: ctx.at });
}
