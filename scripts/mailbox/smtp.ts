import type { Readable } from "node:stream";
import { SMTPServer } from "smtp-server";
import type { MailStore } from "./store";

const LARGEST = 25 * 1024 * 1024;

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * A mail server that keeps every mail and delivers none, on the loopback address only.
 * @returns its port, and how to stop it
 */
export async function startSmtp(
  store: MailStore,
  port: number,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: LARGEST,
    banner: "Resident Panel mail catcher",
    onAuth: (_auth, _session, answer) => answer(null, { user: "anyone" }),
    onData: (stream, session, answer) => {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
      readAll(stream)
        .then((raw) => store.add(raw, recipients))
        .then(
          (mail) => answer(null, `Kept as ${mail.id}`),
          (fault: Error) => answer(fault),
        );
    },
  });
  // A client that is killed mid-mail resets its connection; without a listener that would end this process.
  server.on("error", () => undefined);
  const socket = await new Promise<{ port: number }>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.server.address();
      resolve({ port: typeof address === "object" && address !== null ? address.port : port });
    });
  });
  return { port: socket.port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
