import { readConfig } from "@/lib/config/config";
import { pool } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { HandOverLock } from "@/lib/messaging/hand-over-lock";
import { mailings, mails, type Claim } from "@/lib/messaging/hand-over/claim";
import { Lane } from "@/lib/messaging/hand-over/lane";
import { signer } from "@/lib/messaging/mime/sign";
import { pauseMailings } from "@/lib/messaging/pause-mailings";
import { MailConnections, ServerFault } from "@/lib/messaging/smtp/connections";
import { smtpOptions } from "@/lib/messaging/smtp/options";
import { Loop } from "./loop";

/** How many lanes send mailings beside each other, and over how many connections each. Mails have a lane of their own. */
const mailingLanes = 3;
const connectionsPerLane = 4;
const lookEveryMs = 2_000;
/** A server that fails once may be restarting; this many times in a row is a fault that somebody should know of. */
const failuresToReport = 3;

/** Sends what waits, and knows whether the mail server takes it. */
export class Sending {
  private failures = 0;
  private code: string | null = null;
  private readonly lanes: {
    readonly lane: Lane;
    readonly loop: Loop;
    readonly carries: "mails" | "mailings";
  }[];

  constructor(workerId: string, lock: HandOverLock) {
    const { smtpUrl, mailFrom, dkim, databaseUrl } = readConfig();
    const options = smtpOptions(smtpUrl);
    const sender = { from: mailFrom, host: mailFrom.slice(mailFrom.indexOf("@") + 1), sign: signer(dkim) };
    const add = (carries: "mails" | "mailings", claim: Claim, size: number) => {
      const connections = new MailConnections(options, size);
      const lane = new Lane({ workerId, db: pool(), databaseUrl, connections, lock, claim, sender });
      return { lane, carries, loop: new Loop(carries, () => this.round(lane), lookEveryMs) };
    };
    this.lanes = [
      add("mails", mails, 2),
      ...Array.from({ length: mailingLanes }, () => add("mailings", mailings, connectionsPerLane)),
    ];
  }

  /** A code for the last fault of the whole mail server, or null while it takes mail. */
  get fault(): string | null {
    return this.failures >= failuresToReport || this.code?.startsWith("refused") === true ? this.code : null;
  }

  wake(carries: "mails" | "mailings"): void {
    for (const each of this.lanes) if (each.carries === carries) each.loop.wake();
  }

  /** Finishes the messages in flight, at most one message's deadline, and ends. */
  async stop(): Promise<void> {
    await Promise.all(this.lanes.map(({ loop }) => loop.stop()));
    await Promise.all(this.lanes.map(({ lane }) => lane.close()));
  }

  private async round(lane: Lane): Promise<number> {
    try {
      const claimed = await lane.handOver();
      if (claimed > 0) {
        this.failures = 0;
        this.code = null;
      }
      return claimed;
    } catch (fault) {
      if (fault instanceof ServerFault) await this.note(fault);
      throw fault;
    }
  }

  /** Refused credentials stay refused until a person mends them: mailings stop, and say why. */
  private async note(fault: ServerFault): Promise<void> {
    this.failures += 1;
    this.code = fault.refused ? `refused.${fault.code}` : fault.code;
    if (!fault.refused) return;
    const paused = await pauseMailings("mail.refused");
    if (paused > 0)
      log.error("Mailings are paused: the mail server refuses us", { count: paused, code: fault.code });
  }
}
