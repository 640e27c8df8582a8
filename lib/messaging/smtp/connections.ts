import { MailConnection } from "./connection";
import type { SmtpOptions } from "./options";
import type { SmtpFault } from "./outcome";

/** The mail server as a whole does not take mail now. `refused` when it turned our credentials down. */
export class ServerFault extends Error {
  readonly refused: boolean;
  constructor(readonly code: string) {
    super(`The mail server does not take mail: ${code}`);
    this.refused = code === "EAUTH" || code.startsWith("smtp.53");
  }
}

function faultCode(reason: unknown): string {
  const { code, responseCode } = reason as SmtpFault;
  return code === "EAUTH" || responseCode === undefined ? (code ?? "fault") : `smtp.${responseCode}`;
}

/**
 * A few connections to the mail server, opened before anything is claimed: while the server is down, nothing leaves the
 * queue.
 */
export class MailConnections {
  private open: MailConnection[] = [];

  constructor(
    private readonly options: SmtpOptions,
    readonly size: number,
  ) {}

  /** At least one live connection, up to `size`. @throws ServerFault when not one can be had. */
  async ready(): Promise<readonly MailConnection[]> {
    this.open = this.open.filter((connection) => {
      if (!connection.fresh) connection.close();
      return connection.fresh;
    });
    const missing = this.size - this.open.length;
    const opened = await Promise.allSettled(
      Array.from({ length: missing }, () => MailConnection.open(this.options)),
    );
    this.open.push(...opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
    const failed = opened.find((each) => each.status === "rejected");
    if (this.open.length === 0 && failed !== undefined) throw new ServerFault(faultCode(failed.reason));
    return [...this.open];
  }

  /** Destroys them all, and with them what is in flight. */
  closeAll(): void {
    for (const connection of this.open) connection.close();
    this.open = [];
  }
}
