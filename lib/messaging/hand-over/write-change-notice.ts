import { database } from "@/lib/db/client";
import { noticeFormats } from "@/lib/policy/document-parts";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import { preferredNoticePath } from "@/lib/queries/notice/preferred-edition";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { ChangeNotice } from "../change-notice-content";
import { preferencesUrl } from "../links";
import { compose } from "../mime/compose";
import { marksFor, Splice } from "../mime/splice";
import { changeNoticeLetter } from "../render/change-notice-letter";
import { renderLetter } from "../render/letter-content";
import type { Claimed } from "./claim";
import type { Sender } from "./write-message";

const fields = ["name", "preferences", "messageId", "to"] as const;
type Field = (typeof fields)[number];

/** As for other mailings: frozen words, a header with the date, so it is kept for minutes. */
const compiled = new Map<string, Promise<Splice<Field>>>();
const keptMs = 5 * 60_000;

async function compile(panel: PanelView, mailingId: string, format: NoticeFormat, sender: Sender, at: Date) {
  const { content } = await database().mailing.findUniqueOrThrow({
    where: { organisationId_id: { organisationId: panel.organisationId, id: mailingId } },
    select: { content: true },
  });
  const notice = content as unknown as ChangeNotice;
  const path = await preferredNoticePath(panel, notice.noticeNumber, format);
  const rendered = async (place: "html" | "text") => {
    const marks = marksFor(fields, place);
    const letter = changeNoticeLetter(panel, notice, marks.name, path);
    return renderLetter(panel, letter, { purpose: null, preferencesUrl: marks.preferences });
  };
  const header = marksFor(fields, "header");
  const bytes = await compose({
    from: { name: panel.name, address: sender.from },
    replyTo: panel.document.organisation.contactEmail,
    to: header.to,
    subject: notice.subject,
    html: (await rendered("html")).html,
    text: (await rendered("text")).text,
    messageId: header.messageId,
    date: at,
    bulk: true,
  });
  return Splice.of(bytes, fields);
}

/**
 * The bytes of one mail that tells of a changed notice: composed once for each format that people read, filled in for this
 * recipient.
 */
export async function writeChangeNotice(
  panel: PanelView,
  delivery: Claimed & { readonly mailingId: string; readonly memberId: string },
  recipient: {
    readonly address: string;
    readonly givenName: string | null;
    readonly preferredFormat: NoticeFormat;
  },
  sender: Sender,
  at: Date,
): Promise<Buffer> {
  const { organisationId, memberId, mailingId } = delivery;
  const { preferredFormat } = recipient;
  const key = `${mailingId}/${preferredFormat}/${Math.floor(at.getTime() / keptMs)}`;
  if (!compiled.has(key)) {
    if (compiled.size >= noticeFormats.length) compiled.clear();
    const compiling = compile(panel, mailingId, preferredFormat, sender, at);
    compiled.set(key, compiling);
    compiling.catch(() => compiled.delete(key));
  }
  const splice = await compiled.get(key);
  if (splice === undefined) throw new Error("A mailing that was compiled is there");
  return splice.fill({
    name: recipient.givenName ?? "",
    preferences: preferencesUrl(organisationId, memberId, at),
    messageId: `${delivery.id}@${sender.host}`,
    to: recipient.address,
  });
}
