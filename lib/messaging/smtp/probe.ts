import { connect } from "node:net";
import { smtpOptions } from "./options";

const LIMIT_MS = 3_000;
/** A server that answered is not asked again for a while; one that did not is asked again soon, so that health mends at once. */
const FRESH_MS = { answered: 15_000, silent: 1_000 };

let last: { readonly until: number; readonly answer: Promise<boolean> } | undefined;

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

/**
 * Whether the mail server greets within three seconds. Asked at most every 15 seconds while it answers, however often
 * health is read; nothing is sent through it.
 */
export async function probeMail(url: string): Promise<boolean> {
  if (last !== undefined && performance.now() < last.until) return last.answer;
  const answer = greets(url);
  last = { until: performance.now() + LIMIT_MS, answer };
  const answered = await answer;
  last = { until: performance.now() + (answered ? FRESH_MS.answered : FRESH_MS.silent), answer };
  return answered;
}
