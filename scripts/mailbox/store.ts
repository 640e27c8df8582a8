import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";

/** One caught mail, as the mailbox shows it. */
export type CaughtMail = {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  /** The recipients of the envelope: who really gets it. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Files that came with it, as text. */
  readonly files: readonly CaughtFile[];
};

export type CaughtFile = { readonly name: string; readonly text: string };

const KEPT = 500;
const EXTENSION = ".eml";

/** The caught mails: in memory to be shown, and one .eml file each to outlive a restart. The oldest make room. */
export class MailStore {
  private readonly mails = new Map<string, CaughtMail>();
  private next = 1;

  private constructor(private readonly folder: string) {}

  /** Reads what an earlier run caught. */
  static async open(folder: string): Promise<MailStore> {
    mkdirSync(folder, { recursive: true });
    const store = new MailStore(folder);
    const names = readdirSync(folder).filter((name) => /^\d{10}\.eml$/.test(name));
    for (const name of names.sort().slice(-KEPT)) {
      const id = path.basename(name, EXTENSION);
      store.mails.set(id, await parseMail(id, readFileSync(path.join(folder, name))));
      store.next = Number(id) + 1;
    }
    return store;
  }

  /** Keeps a mail. It is on the disk when this returns, so that "250 OK" is never a lie. */
  async add(raw: Buffer, recipients: readonly string[]): Promise<CaughtMail> {
    const id = String(this.next++).padStart(10, "0");
    const delivered = recipients.map((address) => `Delivered-To: ${address}\r\n`).join("");
    const stamped = Buffer.concat([
      Buffer.from(`${delivered}X-Caught-At: ${new Date().toISOString()}\r\n`),
      raw,
    ]);
    writeFileSync(path.join(this.folder, id + EXTENSION), stamped, { mode: 0o600 });
    const mail = await parseMail(id, stamped);
    this.mails.set(id, mail);
    const [oldest] = this.mails.keys();
    if (this.mails.size > KEPT && oldest !== undefined) this.remove(oldest);
    return mail;
  }

  /** Newest first; only those to one address when one is named. */
  list(to = ""): readonly CaughtMail[] {
    const wanted = to.trim().toLowerCase();
    const all = [...this.mails.values()].reverse();
    return wanted === ""
      ? all
      : all.filter((mail) => mail.to.some((address) => address.toLowerCase().includes(wanted)));
  }

  find(id: string): CaughtMail | undefined {
    return this.mails.get(id);
  }

  clear(): void {
    for (const id of [...this.mails.keys()]) this.remove(id);
  }

  private remove(id: string): void {
    this.mails.delete(id);
    rmSync(path.join(this.folder, id + EXTENSION), { force: true });
  }
}

async function parseMail(id: string, raw: Buffer): Promise<CaughtMail> {
  const mail = await PostalMime.parse(raw);
  const named = (key: string) =>
    mail.headers.filter((header) => header.key === key).map((header) => header.value);
  return {
    id,
    receivedAt: named("x-caught-at")[0] ?? "",
    from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : (mail.from?.address ?? ""),
    to: named("delivered-to"),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    headers: mail.headers.map((header) => ({ name: header.originalKey, value: header.value })),
    files: mail.attachments.map(({ filename, content }) => ({
      name: filename ?? "file",
      text: typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8"),
    })),
  };
}
