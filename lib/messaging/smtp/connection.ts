import { Readable, type Writable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { outcomeOf, type Outcome, type SmtpFault, type Stage } from "./outcome";
import type { SmtpOptions } from "./options";

/** One composed message and its envelope. Addresses were checked to be plain ASCII addr-specs. */
export type Parcel = { readonly from: string; readonly to: string; readonly bytes: Buffer };

/** A server that drips bytes keeps nodemailer's own timers quiet for ever; this ends every message. */
export const messageDeadlineMs = 10_000;
const resetLimitMs = 250;
const idleLimitMs = 5_000;
const messagesPerConnection = 100;

const late: Outcome = { kind: "notSent", code: "late", serverFault: false };

/** The bytes of a message, which notes when they are asked for: from then on the server may have taken them. */
class Content extends Readable {
  stage: Stage = "envelope";
  constructor(private readonly bytes: Buffer) {
    super();
  }
  override pipe<T extends NodeJS.WritableStream>(destination: T): T {
    this.stage = "content";
    (destination as unknown as Writable).end(this.bytes);
    return destination;
  }
}

/** One connection to the mail server, for one message at a time. Once broken it stays broken. */
export class MailConnection {
  private carried = 0;
  private broken = false;
  private idleSince = performance.now();
  private abortCurrent: (() => void) | undefined;

  private constructor(private readonly smtp: SMTPConnection) {
    const breaks = () => void (this.broken = true);
    smtp.on("error", breaks);
    smtp.on("end", breaks);
  }

  /** Opens and, where credentials are set, signs in. Rejects with nodemailer's fault, or after ten seconds. */
  static async open(options: SmtpOptions): Promise<MailConnection> {
    const smtp = new SMTPConnection({
      ...options.connection,
      socketCloseTimeout: 0,
      component: "resident-panel",
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const tooSlow = Object.assign(new Error("The mail server did not answer in time"), {
          code: "ETIMEDOUT",
        });
        timer = setTimeout(() => reject(tooSlow), messageDeadlineMs);
        smtp.on("error", reject);
        smtp.connect((fault) => (fault ? reject(fault) : signIn(smtp, options, resolve, reject)));
      });
    } catch (fault) {
      smtp.close();
      throw fault;
    } finally {
      clearTimeout(timer);
    }
    return new MailConnection(smtp);
  }

  get alive(): boolean {
    return !this.broken;
  }

  /** True when it may serve another batch: alive, not idle for long, not carried too many. */
  get fresh(): boolean {
    const idle = performance.now() - this.idleSince;
    return !this.broken && this.carried < messagesPerConnection && idle < idleLimitMs;
  }

  /**
   * Hands one message over. `still` is asked in the same tick in which MAIL FROM leaves: when it says no, nothing is
   * sent. Ends within ten seconds. Never rejects.
   */
  async send(parcel: Parcel, still: () => boolean): Promise<Outcome> {
    if (this.broken || !still()) return late;
    this.carried += 1;
    const outcome = await this.attempt(parcel);
    const keeps = outcome.kind === "sent" || (this.definite(outcome) && (await this.reset()));
    if (!keeps) this.close();
    this.idleSince = performance.now();
    return outcome;
  }

  /** Destroys the socket. A message in flight is settled as what it then is: not sent, or unknown. */
  close(): void {
    this.broken = true;
    this.smtp.close();
    this.abortCurrent?.();
  }

  private attempt(parcel: Parcel): Promise<Outcome> {
    const content = new Content(parcel.bytes);
    const envelope = { from: parcel.from, to: [parcel.to], size: parcel.bytes.length };
    return new Promise<Outcome>((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        this.abortCurrent = undefined;
        resolve(outcome);
      };
      const timer = setTimeout(
        () => settle(outcomeOf({ code: "deadline" }, content.stage)),
        messageDeadlineMs,
      );
      // Cut off by us before its content left: that says nothing about the message or the server.
      this.abortCurrent = () =>
        settle(content.stage === "envelope" ? late : { kind: "unknown", code: "connection" });
      this.smtp.send(envelope, content, (fault) => {
        settle(fault ? outcomeOf(fault as SmtpFault, content.stage) : { kind: "sent" });
      });
    });
  }

  /** True when the server said no and the conversation can go on. */
  private definite(outcome: Outcome): boolean {
    return (
      !this.broken && (outcome.kind === "failed" || (outcome.kind === "notSent" && !outcome.serverFault))
    );
  }

  private reset(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), resetLimitMs);
      this.smtp.reset((fault) => {
        clearTimeout(timer);
        resolve(!fault);
      });
    });
  }
}

function signIn(
  smtp: SMTPConnection,
  { auth }: SmtpOptions,
  resolve: () => void,
  reject: (fault: Error) => void,
): void {
  if (auth === undefined || smtp.authenticated) return resolve();
  smtp.login({ user: auth.user, pass: auth.pass }, (fault) => (fault ? reject(fault) : resolve()));
}
