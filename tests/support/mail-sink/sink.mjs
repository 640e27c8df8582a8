// A mail server for tests, in a process of its own: node sink.mjs <log file> <manner as JSON>.
// It writes a line to its log, synchronously, before it answers, so that nothing it took can be missing there. What it
// does with a message depends on the recipient's name: stall-…, drip-…, refuse-…, defer-…, drop-…, hangup-…, else it takes it.
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";

const [logFile, manner = "{}"] = process.argv.slice(2);
const { delayMs = 0, port = 0, refuseSignIn = false } = JSON.parse(manner);

/** Nanoseconds of the machine's monotonic clock: the same for every process, so that order can be compared. */
function note(line) {
  appendFileSync(logFile, `${JSON.stringify({ ...line, at: String(process.hrtime.bigint()) })}\n`);
}

function afterContent(socket, session) {
  const { recipient, behaviour } = session;
  const messageId = /^message-id: *<([^>]*)>/im.exec(session.content)?.[1] ?? "";
  if (behaviour === "drop") {
    note({ what: "dropped", recipient, messageId });
    socket.destroy();
  } else if (behaviour === "stall") {
    note({ what: "stalled", recipient, messageId });
  } else if (behaviour === "drip") {
    note({ what: "dripping", recipient, messageId });
    const timer = setInterval(() => socket.write("250-still thinking\r\n"), 200);
    socket.once("close", () => clearInterval(timer));
  } else {
    const wait = behaviour === "slow" ? 3_000 : delayMs;
    const take = () => {
      note({
        what: "taken",
        recipient,
        messageId,
        content: recipient.startsWith("keep-") ? session.content : undefined,
      });
      socket.write("250 2.0.0 taken\r\n");
    };
    if (wait > 0) setTimeout(take, wait);
    else take();
  }
}

const replies = {
  EHLO: (socket) =>
    socket.write(
      `250-sink\r\n250-8BITMIME\r\n${refuseSignIn ? "250-AUTH PLAIN\r\n" : ""}250 SIZE 10000000\r\n`,
    ),
  AUTH: (socket) => socket.write("535 5.7.8 these credentials are not good\r\n"),
  HELO: (socket) => socket.write("250 sink\r\n"),
  MAIL: (socket, session) => {
    session.mailFrom = String(process.hrtime.bigint());
    socket.write("250 2.1.0 ok\r\n");
  },
  RCPT: (socket, session, line) => {
    session.recipient = /<([^>]*)>/.exec(line)?.[1] ?? "";
    session.behaviour = session.recipient.split("-")[0];
    note({ what: "began", recipient: session.recipient, mailFrom: session.mailFrom });
    if (session.behaviour === "refuse") socket.write("550 5.1.1 no such mailbox\r\n");
    else if (session.behaviour === "defer") socket.write("450 4.2.1 try again later\r\n");
    else if (session.behaviour === "hangup") socket.destroy();
    else socket.write("250 2.1.5 ok\r\n");
  },
  DATA: (socket, session) => {
    session.content = "";
    session.inData = true;
    socket.write("354 go on\r\n");
  },
  RSET: (socket) => socket.write("250 2.0.0 ok\r\n"),
  NOOP: (socket) => socket.write("250 2.0.0 ok\r\n"),
  QUIT: (socket) => socket.end("221 2.0.0 bye\r\n"),
};

function takeLines(socket, session) {
  for (;;) {
    if (session.inData) {
      const end = session.buffer.indexOf("\r\n.\r\n");
      if (end < 0) return;
      // A dot at the beginning of a line was doubled on the way (RFC 5321 4.5.2).
      session.content = session.buffer.slice(0, end).replaceAll(/^\.\./gm, ".");
      session.buffer = session.buffer.slice(end + 5);
      session.inData = false;
      afterContent(socket, session);
    } else {
      const end = session.buffer.indexOf("\r\n");
      if (end < 0) return;
      const line = session.buffer.slice(0, end);
      session.buffer = session.buffer.slice(end + 2);
      const reply = replies[line.slice(0, 4).toUpperCase()];
      if (reply === undefined) socket.write("500 5.5.1 what?\r\n");
      else reply(socket, session, line);
    }
  }
}

const server = createServer((socket) => {
  const session = { buffer: "", inData: false, content: "", recipient: "", behaviour: "", mailFrom: "" };
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    session.buffer += chunk.toString("latin1");
    takeLines(socket, session);
  });
  socket.write("220 sink ESMTP\r\n");
});

server.listen(port, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
process.once("SIGTERM", () => process.exit(0));
