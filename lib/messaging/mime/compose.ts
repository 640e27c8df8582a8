import MailComposer from "nodemailer/lib/mail-composer";
import type { MimeNodeHeaders } from "nodemailer/lib/mime-node";

/** One mail before it becomes bytes. Every address was checked to be a plain addr-spec. */
export type Mail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without angle brackets. Fixed per delivery before handing over, so that a second copy is known as one. */
  readonly messageId: string;
  readonly date: Date;
  /** One-click unsubscribe address (RFC 8058). Absent for messages that cannot be stopped. */
  readonly unsubscribeUrl?: string;
  /** True for a mail to many: asks other machines not to answer it. */
  readonly bulk: boolean;
  /** iCalendar file for an appointment. */
  readonly calendar?: string;
  /** Receipts with proof, as a text file. */
  readonly receipt?: string;
  /** A signed checkpoint of the ledger, as a text file. */
  readonly checkpoint?: string;
};

function attachmentsOf({ calendar, receipt, checkpoint }: Mail) {
  const file = (filename: string, contentType: string, text: string | undefined) =>
    text === undefined ? [] : [{ filename, contentType, content: Buffer.from(text) }];
  return [
    ...file("invitation.ics", "text/calendar; charset=utf-8; method=PUBLISH", calendar),
    ...file("receipt.txt", "text/plain; charset=utf-8", receipt),
    ...file("checkpoint.txt", "text/plain; charset=utf-8", checkpoint),
  ];
}

function headersOf(mail: Mail): MimeNodeHeaders {
  const headers: Record<string, string> = {
    // RFC 3834: no holiday notes in reply to a machine.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    ...(mail.bulk ? { Precedence: "bulk" } : {}),
  };
  if (mail.unsubscribeUrl !== undefined) {
    headers["List-Unsubscribe"] = `<${mail.unsubscribeUrl}>`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  return Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } }));
}

/** The bytes of a mail: text and HTML alternatives, and a calendar file where there is one. */
export async function compose(mail: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from: mail.from,
    to: { name: "", address: mail.to },
    replyTo: { name: "", address: mail.replyTo },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    encoding: "quoted-printable",
    headers: headersOf(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "win",
    attachments: attachmentsOf(mail),
  });
  return composer.compile().build();
}
