import { appendEntry } from "@/lib/ledger/append";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { steered, steerMailings, type MailingToSteer } from "./steer-mailing";

/** Holds a mailing back by hand. Messages a worker is handing over at this moment still go; nothing begins after it. */
export async function pauseMailing(ctx: Ctx, { panel, mailingId }: MailingToSteer): Promise<Result<null>> {
  if (actingStaff(ctx, "mailing.send", panel.id) === null) return refuse("form.notPermitted");
  const [mailing] = await steerMailings(
    ctx,
    panel,
    { id: mailingId, state: { in: ["expanding", "sending"] } },
    { state: "paused", pausedReason: "staff" },
  );
  if (mailing === undefined) return refuse("mailing.notSending");
  await appendEntry(ctx, panel.organisationId, steered(ctx, "mailing.paused", mailing));
  return ok(null);
}
