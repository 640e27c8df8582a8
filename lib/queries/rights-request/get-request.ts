import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { may } from "@/lib/policy/permission";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import type { Told } from "@/lib/queries/marker/told";
import { isMailAddress } from "@/lib/messaging/smtp/address";
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

/** Who asks: a member, who may be erased by now, or somebody the panel does not know. */
export type Asker = {
  readonly known: boolean;
  /** The member's reference; null for one whose details are gone, and for somebody unknown. */
  readonly reference: string | null;
  /** Whether a mail can go to them. */
  readonly reachable: boolean;
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

async function askerOf({ panel }: Viewer, subjectRef: string | null, replyTo: string | null): Promise<Asker> {
  const { organisationId, id: panelId } = panel;
  if (subjectRef === null)
    return { known: false, reference: null, reachable: replyTo !== null && isMailAddress(replyTo) };
  const member = await database().member.findFirst({
    where: { organisationId, panelId, subjectRef, state: { not: "erased" } },
    select: {
      reference: true,
      contactPoints: { where: { kind: "email", removedAt: null }, select: { id: true }, take: 1 },
    },
  });
  const reachable = member !== null && member.contactPoints.length > 0;
  return { known: true, reference: member?.reference ?? null, reachable };
}

/** One request of the viewer's panel, or null. */
export async function getRequest(viewer: Viewer, id: string): Promise<RequestView | null> {
  authorise(viewer, "rightsRequest.view");
  const { panel, actor } = viewer;
  const { organisationId, id: panelId, document } = panel;
  const where = { organisationId, panelId, id };
  const stored = await database().dataSubjectRequest.findFirst({ where, select: columns });
  if (stored === null) return null;
  const [[row], asker, mails] = await Promise.all([
    withClocks(panel, [stored], now()),
    askerOf(viewer, stored.subjectRef, stored.replyTo),
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
