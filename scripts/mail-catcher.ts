import path from "node:path";
import { fileURLToPath } from "node:url";
import { startSmtp } from "./mailbox/smtp";
import { MailStore } from "./mailbox/store";
import { startWeb } from "./mailbox/web";
import { exitWith } from "./sentence.mjs";

/** A running catcher: where it takes mail, where it shows it. */
export type MailCatcher = {
  smtpPort: number;
  mailboxPort: number;
  store: MailStore;
  stop: () => Promise<void>;
};

/**
 * Catches every mail sent to it and shows them on a page. Port 0 takes any free port.
 * @param folder where the .eml files are kept
 */
export async function startMailCatcher(folder: string, smtpPort = 0, mailboxPort = 0): Promise<MailCatcher> {
  const store = await MailStore.open(folder);
  const smtp = await startSmtp(store, smtpPort);
  const web = await startWeb(store, mailboxPort);
  const stop = async () => {
    await Promise.all([smtp.stop(), web.stop()]);
  };
  return { smtpPort: smtp.port, mailboxPort: web.port, store, stop };
}

/** `tsx scripts/mail-catcher.ts`, with SMTP_PORT, MAILBOX_PORT and MAIL_FOLDER. */
async function run(): Promise<void> {
  const {
    SMTP_PORT: smtp = "3002",
    MAILBOX_PORT: mailbox = "3001",
    MAIL_FOLDER: folder = ".data/mail",
  } = process.env;
  const catcher = await startMailCatcher(path.resolve(folder), Number(smtp), Number(mailbox));
  process.stdout.write(
    `Mail to 127.0.0.1:${catcher.smtpPort} is shown at http://localhost:${catcher.mailboxPort}\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void catcher.stop().then(() => process.exit(0)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run().catch(exitWith);
