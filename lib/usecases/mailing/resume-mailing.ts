import { appendEntry } from "@/lib/ledger/append";
import { wake } from "@/lib/messaging/wake";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { steered, steerMailings, type MailingToSteer } from "./steer-mailing";

/** Lets a paused mailing go on where it was: by someone who saw why it stopped. */
export async function resumeMailing(ctx: Ctx, { panel, mailingId }: MailingToSteer): Promise<Result<null>> {
  if (actingStaff(ctx, "mailing.send", panel.id) === null) return refuse("form.notPermitted");
  const paused = { id: mailingId, state: { in: ["paused" as const] } };
  const goOn = (expandedAt: null | { not: null }, state: "expanding" | "sending") =>
    steerMailings(ctx, panel, { ...paused, expandedAt }, { state, pausedReason: null });
  const [spreading] = await goOn(null, "expanding");
  const [mailing] = spreading === undefined ? await goOn({ not: null }, "sending") : [spreading];
  if (mailing === undefined) return refuse("mailing.notPaused");
  await wake(ctx, spreading === undefined ? "wake.send" : "wake.expand");
  await appendEntry(ctx, panel.organisationId, steered(ctx, "mailing.resumed", mailing));
  return ok(null);
}
