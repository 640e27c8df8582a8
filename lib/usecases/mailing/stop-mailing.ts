import { appendEntry } from "@/lib/ledger/append";
import type { LedgerEvent } from "@/lib/ledger/event";
import { isNotice, mailingTemplates } from "@/lib/messaging/template";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { suppressStopped } from "./suppress-stopped";
import { steered, steerMailings, underWay, type MailingToSteer } from "./steer-mailing";

const stopped = { state: "cancelled", pausedReason: null } as const;

/**
 * Ends a mailing for good. What was not handed over yet never goes; a worker counts it as suppressed and closes the books
 * (finish-mailing.ts). Whoever was not looked at yet is neither invited nor counted.
 */
export async function stopMailing(ctx: Ctx, { panel, mailingId }: MailingToSteer): Promise<Result<null>> {
  if (actingStaff(ctx, "mailing.send", panel.id) === null) return refuse("form.notPermitted");
  const which = { id: mailingId, state: { in: [...underWay] } };
  const [mailing] = await steerMailings(ctx, panel, which, stopped);
  if (mailing === undefined) return refuse("mailing.overAlready");
  await appendEntry(ctx, panel.organisationId, steered(ctx, "mailing.stopped", mailing));
  return ok(null);
}

/**
 * Ends the mailings about an activity that takes no answers any more, and says what to put in the ledger. Whom they did not
 * reach is not invited from here on. `asksOnly`: a notice to those who come still goes.
 */
export async function stopMailingsAbout(
  ctx: Ctx,
  panel: PanelView,
  { activityId, asksOnly }: { readonly activityId: string; readonly asksOnly: boolean },
): Promise<readonly LedgerEvent[]> {
  const templates = mailingTemplates.filter((template) => !asksOnly || !isNotice(template));
  const which = { activityId, template: { in: templates }, state: { in: [...underWay] } };
  const mailings = await steerMailings(ctx, panel, which, stopped);
  if (mailings.length > 0) await suppressStopped(ctx);
  return mailings.map((mailing) => steered(ctx, "mailing.stopped", mailing));
}
