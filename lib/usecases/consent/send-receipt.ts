import { queueMessage } from "@/lib/messaging/queue-message";
import type { Ctx } from "../context";
import { actingMember } from "../membership/acting-member";

/**
 * The person's copy of how their choices stand after they changed one on their pages, a yes and a no alike: taking back is
 * as well evidenced as giving (UK GDPR 5(2), 7(1), 7(3)). A press on a stop link in a message is answered on its page and
 * by no further message.
 */
export async function sendReceipt(ctx: Ctx, purposeKey: string): Promise<void> {
  const { organisationId, panelId, memberId } = actingMember(ctx);
  const about = { organisationId, panelId, memberId, purposeKey };
  // By the request the entries are found again that the proof is of: they have no number before the commit.
  const subjectIds = { requestId: ctx.requestId };
  await queueMessage(ctx, { ...about, template: "consent-receipt", kind: "rightsReply", subjectIds });
}
