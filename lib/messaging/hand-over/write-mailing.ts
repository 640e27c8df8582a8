import type { PanelView } from "@/lib/queries/panel/get-panel";
import { database } from "@/lib/db/client";
import { invitationUrl, preferencesUrl, unsubscribeUrl } from "../links";
import { recipientFields, type MailingContent, type RecipientField } from "../mailing-content";
import { compose } from "../mime/compose";
import { marksFor, Splice } from "../mime/splice";
import { mailingLetter } from "../render/mailing-letter";
import { renderLetter } from "../render/letter-content";
import { isNotice, type MailingTemplate } from "../template";
import type { RenderedMessage } from "@/lib/policy/gate/message-facts";
import type { Claimed } from "./claim";
import type { Recipient } from "./recipient";
import { shownBy } from "./shown";
import type { Sender, Written } from "./write-message";

/** A mailing ready to be filled in, and what it shows every recipient. */
type Compiled = { readonly splice: Splice<RecipientField>; readonly shown: RenderedMessage };

/** Frozen content never changes; the date in the header does, so a compiled mailing is kept for minutes. */
const compiled = new Map<string, Promise<Compiled>>();
const keptMs = 5 * 60_000;

async function compile(
  panel: PanelView,
  delivery: Claimed,
  mailingId: string,
  sender: Sender,
  at: Date,
): Promise<Compiled> {
  const mailing = await database().mailing.findUniqueOrThrow({
    where: { organisationId_id: { organisationId: delivery.organisationId, id: mailingId } },
    select: { template: true, content: true, purposeKey: true },
  });
  const purpose = panel.document.purposes.find(({ key }) => key === mailing.purposeKey);
  if (purpose === undefined) throw new Error("The mailing's purpose is not in the policy in force");
  const content = mailing.content as unknown as MailingContent;
  const template = mailing.template as MailingTemplate;
  const notice = isNotice(template);
  const [header, html, text] = (["header", "html", "text"] as const).map((place) =>
    marksFor(recipientFields, place),
  ) as [Record<RecipientField, string>, Record<RecipientField, string>, Record<RecipientField, string>];
  const letterWith = async (marks: Record<RecipientField, string>) => {
    const recipient = { name: marks.name, invitationUrl: marks.invitation };
    const letter = mailingLetter(panel, purpose, { template, content, recipient, at });
    const { preferences: preferencesUrl, unsubscribe: unsubscribeUrl } = marks;
    const stopping = notice ? { purpose: null, preferencesUrl } : { purpose, preferencesUrl, unsubscribeUrl };
    return { ...(await renderLetter(panel, letter, stopping)), calendar: letter.calendar };
  };
  const { html: htmlPart, calendar } = await letterWith(html);
  const bytes = await compose({
    from: { name: panel.name, address: sender.from },
    replyTo: panel.document.organisation.contactEmail,
    to: header.to,
    subject: content.subject,
    html: htmlPart,
    text: (await letterWith(text)).text,
    messageId: header.messageId,
    date: at,
    // A notice tells of what the person takes part in: there is nothing to stop but taking part.
    ...(notice ? {} : { unsubscribeUrl: header.unsubscribe }),
    ...(calendar === undefined ? {} : { calendar }),
    bulk: true,
  });
  const stop = { text: text.unsubscribe, html: html.unsubscribe, header: header.unsubscribe };
  const shown = await shownBy(bytes, { sender: panel.document.organisation.legalName, stop });
  return { splice: Splice.of(bytes, recipientFields), shown };
}

/** Asked for by a hundred recipients at once, compiled once. */
async function compiledMailing(
  panel: PanelView,
  delivery: Claimed,
  mailingId: string,
  sender: Sender,
  at: Date,
): Promise<Compiled> {
  const key = `${mailingId}/${panel.policyVersionId}/${Math.floor(at.getTime() / keptMs)}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (compiled.size > 20) compiled.clear();
  const compiling = compile(panel, delivery, mailingId, sender, at);
  compiled.set(key, compiling);
  compiling.catch(() => compiled.delete(key));
  return compiling;
}

/** One mail of a mailing: composed once for all, filled in for this recipient; and what the composed mail shows. */
export async function writeMailing(
  panel: PanelView,
  delivery: Claimed & { readonly mailingId: string; readonly memberId: string },
  recipient: Recipient & {
    readonly address: string;
    readonly contactPointId: string;
    readonly invitationId: string;
  },
  sender: Sender,
  at: Date,
): Promise<Written> {
  const { organisationId, memberId, mailingId, purposeKey, channel } = delivery;
  const { contactPointId } = recipient;
  const { splice, shown } = await compiledMailing(panel, delivery, mailingId, sender, at);
  const bytes = splice.fill({
    name: recipient.givenName ?? "",
    invitation: invitationUrl(organisationId, memberId, recipient.invitationId, at),
    preferences: preferencesUrl(organisationId, memberId, at),
    unsubscribe: unsubscribeUrl(organisationId, memberId, { purposeKey, channel, contactPointId, mailingId }),
    messageId: `${delivery.id}@${sender.host}`,
    to: recipient.address,
  });
  return { bytes, shown };
}
