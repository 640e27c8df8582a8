import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, refuseFields, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";

type Input = {
  readonly panel: PanelView;
  /** One plain mail address in small letters. */
  readonly email: string;
};

/** As many as a person keeps an eye on; each is a mail a day. */
const most = 50;

/**
 * Sends the newest checkpoint of the ledger to one more address, once a day. Refuses an address that is on the list.
 * @returns the recipient's id
 */
export async function addCheckpointRecipient(ctx: Ctx, { panel, email }: Input): Promise<Result<string>> {
  const addedBy = actingStaff(ctx, "checkpointRecipient.change", panel.id);
  if (addedBy === null) return refuse("form.notPermitted");
  const { organisationId } = panel;
  const known = await ctx.tx.checkpointRecipient.count({ where: { organisationId } });
  if (known >= most) return refuseFields({ email: [{ code: "checkpointRecipient.email.most" }] });
  const id = newId(ctx.at);
  const row = { organisationId, id, panelId: panel.id, email, addedBy, addedAt: ctx.at };
  // Two who add the same address at once are told so like one who adds it twice.
  const { count } = await ctx.tx.checkpointRecipient.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return refuseFields({ email: [{ code: "checkpointRecipient.email.known" }] });
  await appendEntry(ctx, organisationId, {
    eventType: "checkpointRecipient.added",
    panelId: panel.id,
    subjectRef: null,
    effectiveAt: ctx.at,
    data: { checkpointRecipientId: id },
  });
  return ok(id);
}
