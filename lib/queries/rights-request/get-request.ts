import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { may } from "@/lib/policy/permission";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { Told } from "@/lib/queries/marker/told";
import { askerOf, type Asker } from "./asker";
import { stateOfMails, toldOf } from "./happenings";
import { rowColumns, withClocks, type RequestRow } from "./request-row";

/** One recipient of the details, and how far it is with telling them. */
export type RecipientRow = {
  readonly key: string;
  /** As the policy in force calls them; the key for one that it names no more. */
  readonly name: string;
  readonly toldAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly notToldReason: string | null;
};

/** A request as who answers it sees it. */
export type RequestView = RequestRow & {
  readonly asker: Asker;
  /** What they wrote and who they are, to whom that is open; null to an auditor. */
  readonly words: {
    readonly details: string;
    readonly name: string | null;
    readonly replyTo: string | null;
  } | null;
  readonly outcomeReason: string | null;
  readonly recipients: readonly RecipientRow[];
  /** What became of the mails that it is here, and that it is answered; null where there was none. */
  readonly receipt: Told | null;
  readonly answer: Told | null;
};

const columns = {
  ...{ ...rowColumns, requesterName: true, replyTo: true, details: true, outcomeReason: true },
  ...{ receiptDeliveryId: true, answerDeliveryId: true },
  notifications: { orderBy: { recipientKey: "asc" } },
} as const;

/** One request of the viewer's panel, or null. */
export async function getRequest(viewer: Viewer, id: string): Promise<RequestView | null> {
  authorise(viewer, "rightsRequest.view");
  const { panel, actor } = viewer;
  const { organisationId, id: panelId, document } = panel;
  const where = { organisationId, panelId, id };
  const stored = await database().dataSubjectRequest.findFirst({ where, select: columns });
  if (stored === null) return null;
  const at = now();
  const [[row], asker, mails] = await Promise.all([
    withClocks(panel, [stored], at),
    askerOf(panel, stored, at),
    stateOfMails(organisationId, [
      { deliveryId: stored.receiptDeliveryId },
      { deliveryId: stored.answerDeliveryId },
    ]),
  ]);
  if (row === undefined) return null;
  const { details, requesterName: name, replyTo, outcomeReason } = stored;
  const names = new Map(document.recipients.map((recipient) => [recipient.key, recipient.name]));
  return {
    ...{ ...row, asker, outcomeReason },
    words: may(actor, "sealed.read", panelId) ? { details, name, replyTo } : null,
    recipients: stored.notifications.map(({ recipientKey: key, toldAt, confirmedAt, notToldReason }) => {
      return { key, name: names.get(key) ?? key, toldAt, confirmedAt, notToldReason };
    }),
    receipt: toldOf(mails.get(stored.receiptDeliveryId ?? "")),
    answer: toldOf(mails.get(stored.answerDeliveryId ?? "")),
  };
}
