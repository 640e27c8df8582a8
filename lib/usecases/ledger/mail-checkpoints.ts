import { londonDate } from "@/lib/clock";
import { statement } from "@/lib/db/transaction";
import { queueMessage } from "@/lib/messaging/queue-message";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";

type Due = {
  readonly organisationId: string;
  readonly id: string;
  readonly panelId: string;
  readonly epoch: number;
  readonly size: string;
};

// Whoever had none today and has not had the newest. A row that another worker holds is left to it.
const due = {
  name: "due-checkpoint-mails",
  text: `SELECT r.organisation_id AS "organisationId", r.id, r.panel_id AS "panelId", n.epoch, n.size::text
    FROM checkpoint_recipient r CROSS JOIN LATERAL (SELECT c.epoch, c.size FROM ledger_checkpoint c
      WHERE c.organisation_id = r.organisation_id ORDER BY c.epoch DESC, c.size DESC LIMIT 1) n
    WHERE (r.mailed_on IS NULL OR r.mailed_on < $1) AND (r.mailed_epoch, r.mailed_size) IS DISTINCT FROM (n.epoch, n.size)
    ORDER BY r.organisation_id, r.id LIMIT $2 FOR NO KEY UPDATE OF r SKIP LOCKED`,
};

const record = {
  name: "record-checkpoint-mails",
  text: `WITH mailed AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::uuid[])
      AS t(organisation_id, id, epoch, size, delivery_id)),
    published AS (INSERT INTO checkpoint_publication (organisation_id, place, epoch, size, published_at)
      SELECT DISTINCT organisation_id, 'mail'::checkpoint_place, epoch, size, clock_timestamp() FROM mailed
      ON CONFLICT DO NOTHING)
    UPDATE checkpoint_recipient r SET mailed_on = $1, mailed_epoch = m.epoch, mailed_size = m.size,
      mailed_delivery_id = m.delivery_id
    FROM mailed m WHERE r.organisation_id = m.organisation_id AND r.id = m.id`,
};

/**
 * Queues the newest checkpoint to those who had none today (day in London): their mails, the note of it and the work for
 * the workers commit together, so nobody gets two and none is forgotten. @returns how many mails
 */
export async function mailCheckpoints(
  ctx: Ctx,
  { size }: { readonly size: number },
): Promise<Result<{ readonly mails: number }>> {
  const today = londonDate(ctx.at);
  const recipients = await statement<Due>(ctx.tx, due, [today, size]);
  const deliveries: string[] = [];
  for (const { organisationId, panelId, id, epoch, size: covered } of recipients) {
    const { deliveryId } = await queueMessage(ctx, {
      ...{ template: "ledger-checkpoint", kind: "rightsReply", purposeKey: "ledgerCheckpoint" },
      ...{ organisationId, panelId },
      subjectIds: { checkpointRecipientId: id, epoch: String(epoch), size: covered },
    });
    deliveries.push(deliveryId);
  }
  if (recipients.length > 0)
    await statement(ctx.tx, record, [
      today,
      recipients.map(({ organisationId }) => organisationId),
      recipients.map(({ id }) => id),
      recipients.map(({ epoch }) => epoch),
      recipients.map(({ size: covered }) => covered),
      deliveries,
    ]);
  return ok({ mails: recipients.length });
}
