import { connect } from "node:net";
import { seldom } from "@/lib/seldom";
import { smtpOptions } from "./options";

const LIMIT_MS = 3_000;

function greets(url: string): Promise<boolean> {
  const { host = "localhost", port = 25, secure } = smtpOptions(url).connection;
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const settle = (answer: boolean) => {
      if (answer && secure !== true) socket.end("QUIT\r\n");
      else socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(LIMIT_MS, () => settle(false));
    socket.once("error", () => settle(false));
    // Behind smtps the greeting comes inside TLS: that something accepts is all that is looked at.
    if (secure === true) socket.once("connect", () => settle(true));
    else socket.once("data", (line) => settle(line.toString("latin1").startsWith("220")));
  });
}

/** Whether the mail server at this URL greets within three seconds; nothing is sent through it. */
export const probeMail = seldom(greets, LIMIT_MS);
