import { createServer } from "node:http";
import next from "next";
import { log } from "@/lib/log";
import { Answer } from "./answer";
import { readableAddress } from "./readable-address";
import { writeHeaders } from "./write-headers";

// The web process: Next.js behind a plain HTTP server, which writes every answer's headers and sees to it that a fault
// ends in our own page (docs/decisions/0006-web-process.md). instrumentation.ts refuses to start what is not fit to run.

const port = Number(process.env["PORT"] ?? 3000);
const hostname = process.env["HOST"] ?? "0.0.0.0";
const application = next({ dev: process.argv.includes("--dev"), hostname, port });
const handle = application.getRequestHandler();
await application.prepare();
Answer.origin = `http://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname}:${port}`;

const server = createServer({ ServerResponse: Answer }, (request, response) => {
  request.url = readableAddress(request.url ?? "/");
  writeHeaders(request, response);
  void handle(request, response);
});
server.listen(port, hostname);

// What nobody waited for any more, such as a page whose reader left, must not take everybody else's answers with it.
for (const kind of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(kind, (fault) => log.error("Something failed outside a request", { fault }));
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    // Answers in hand are finished first.
    server.close(() => void application.close().then(() => process.exit(0)));
    server.closeIdleConnections();
  });
}
