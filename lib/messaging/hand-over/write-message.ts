import { database } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { RenderedMessage } from "@/lib/policy/gate/message-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { preferencesUrl } from "../links";
import { compose } from "../mime/compose";
import type { Sign } from "../mime/sign";
import { renderLetter } from "../render/letter-content";
import { letters } from "../render/letters/letters";
import { NothingToSend } from "../render/letters/posting";
import { isMailAddress } from "../smtp/address";
import { requestTemplates, type MessageTemplate } from "../template";
import type { Claimed } from "./claim";
import type { Prepared } from "./prepared";
import type { Recipient } from "./recipient";
import { writeChangeNotice } from "./write-change-notice";
import { writeMailing } from "./write-mailing";

/** Who the mails come from, and the domain of their Message-IDs. */
export type Sender = { readonly from: string; readonly host: string; readonly sign: Sign };

/** The bytes of a mail, and what they show of who sent it and how to stop it; null where nobody looked. */
export type Written = { readonly bytes: Buffer; readonly shown: RenderedMessage | null };

/**
 * The link to a member's choices works without signing in, so it goes only with mails to an address that is certainly
 * theirs now: not to one they typed, one they gave up, or one that somebody asked a code for.
 */
const withPreferences: ReadonlySet<string> = new Set([
  "welcome",
  "consent-receipt",
  "rsvp-confirmation",
  "objection-decided",
  "restriction-lifting",
  ...requestTemplates,
]);

async function writeLetter(
  panel: PanelView,
  delivery: Claimed,
  to: string,
  sender: Sender,
  at: Date,
): Promise<Buffer> {
  const template = delivery.template as MessageTemplate;
  const posting = { ...delivery, deliveryId: delivery.id, template };
  const content = await letters[template]({ db: database(), panel, posting, at });
  const preferences =
    delivery.memberId !== null && withPreferences.has(template)
      ? preferencesUrl(delivery.organisationId, delivery.memberId, at)
      : null;
  const { html, text } = await renderLetter(panel, content, { purpose: null, preferencesUrl: preferences });
  return compose({
    from: { name: panel.name, address: sender.from },
    replyTo: panel.document.organisation.contactEmail,
    to,
    subject: content.subject,
    html,
    text,
    messageId: `${delivery.id}@${sender.host}`,
    date: at,
    bulk: false,
    ...(content.calendar === undefined ? {} : { calendar: content.calendar }),
    ...(content.receipt === undefined ? {} : { receipt: content.receipt }),
    ...(content.checkpoint === undefined ? {} : { checkpoint: content.checkpoint }),
  });
}

async function write(
  panel: PanelView,
  delivery: Claimed,
  recipient: Recipient,
  to: string,
  sender: Sender,
  at: Date,
): Promise<Written> {
  const { mailingId, memberId } = delivery;
  if (mailingId === null) return { bytes: await writeLetter(panel, delivery, to, sender, at), shown: null };
  if (delivery.template === "policy-changed" && memberId !== null) {
    const toMember = { ...delivery, mailingId, memberId };
    const bytes = await writeChangeNotice(panel, toMember, { ...recipient, address: to }, sender, at);
    return { bytes, shown: null };
  }
  const { contactPointId, invitationId } = recipient;
  if (memberId === null || contactPointId === null || invitationId === null)
    throw new NothingToSend("invitation.missing");
  const complete = { ...recipient, address: to, contactPointId, invitationId };
  return writeMailing(panel, { ...delivery, mailingId, memberId }, complete, sender, at);
}

/**
 * Makes the bytes of one permitted message. What cannot be written is a failed delivery with a code, never a message
 * with a gap in it and never the end of the worker.
 */
export async function writeMessage(
  panel: PanelView,
  delivery: Claimed,
  recipient: Recipient | undefined,
  sender: Sender,
  at: Date,
): Promise<Prepared["message"]> {
  const to = recipient?.address ?? null;
  if (recipient === undefined || to === null) return { kind: "unwritable", code: "address.missing" };
  if (!isMailAddress(to)) return { kind: "unwritable", code: "address.malformed" };
  try {
    const { bytes, shown } = await write(panel, delivery, recipient, to, sender, at);
    return { kind: "parcel", parcel: { from: sender.from, to, bytes: await sender.sign(bytes) }, shown };
  } catch (fault) {
    if (fault instanceof NothingToSend) return { kind: "unwritable", code: fault.code };
    log.error("A mail could not be written", { deliveryId: delivery.id, code: delivery.template, fault });
    return { kind: "unwritable", code: "message.unwritable" };
  }
}
