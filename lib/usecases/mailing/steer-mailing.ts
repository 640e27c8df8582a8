import type { MailingState, Prisma } from "@/lib/db/generated/client";
import type { LedgerEvent } from "@/lib/ledger/event";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { aboutNobody } from "../activity/about-nobody";
import type { Ctx } from "../context";

export type MailingToSteer = { readonly panel: PanelView; readonly mailingId: string };

/** A mailing on its way: staff may pause it, and stop it for good. */
export const underWay = ["expanding", "sending", "paused"] as const satisfies readonly MailingState[];

type Steered = { readonly id: string; readonly panelId: string; readonly purposeKey: string };

/**
 * Brings those of the panel's mailings that are in one of these states into another. Waits for whoever spreads one out or
 * hands a few of its messages over just now; once this commits, no worker begins another (hand-over/commit.ts).
 */
export async function steerMailings(
  ctx: Ctx,
  panel: PanelView,
  which: Prisma.MailingWhereInput & { readonly state: { readonly in: MailingState[] } },
  data: Prisma.MailingUpdateManyMutationInput,
): Promise<readonly Steered[]> {
  return ctx.tx.mailing.updateManyAndReturn({
    where: { organisationId: panel.organisationId, panelId: panel.id, ...which },
    data,
    select: { id: true, panelId: true, purposeKey: true },
  });
}

/** The line of the trail that says what staff did with a mailing. */
export function steered(
  ctx: Ctx,
  eventType: "mailing.paused" | "mailing.resumed" | "mailing.stopped",
  mailing: Steered,
): LedgerEvent {
  return { eventType, ...aboutNobody(ctx, mailing), channel: "email", data: { mailingId: mailing.id } };
}
