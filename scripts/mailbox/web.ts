import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { CaughtMail, MailStore } from "./store";
import { htmlPart, listPage, mailPage, missingPage } from "./pages";
import { STYLE } from "./style";

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly policy?: string;
};

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** For what a mail brings along: its own styles, no scripts, nothing from elsewhere, no origin of its own. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const html = (body: string, status = 200): Answer => ({ status, type: "text/html; charset=utf-8", body });
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
});

function summary({ id, receivedAt, from, to, subject }: CaughtMail) {
  return { id, receivedAt, from, to, subject };
}

function answer(store: MailStore, method: string, url: URL): Answer {
  const to = url.searchParams.get("to") ?? "";
  const [, first = "", second = "", third = "", fourth = "", ...rest] = url.pathname.split("/");
  if (rest.length > 0) return html(missingPage(), 404);
  if (method === "DELETE") return deleteAll(store, url);
  if (method !== "GET") return json({ error: "Only GET and DELETE" }, 405);
  if (first === "") return html(listPage(store.list(to), to));
  if (first === "mailbox.css") return { status: 200, type: "text/css; charset=utf-8", body: STYLE };
  if (first === "api" && second === "messages") return api(store, to, third);
  const mail = first === "messages" ? store.find(second) : undefined;
  if (mail === undefined) return html(missingPage(), 404);
  if (third === "files") return fileOf(mail, fourth);
  return third === "html" ? { ...html(htmlPart(mail)), policy: MAIL_POLICY } : html(mailPage(mail));
}

/** A file of a mail, to save: as text, whatever it says it is. */
function fileOf(mail: CaughtMail, place: string): Answer {
  const file = mail.files[Number(place)];
  return file === undefined
    ? html(missingPage(), 404)
    : { status: 200, type: "text/plain; charset=utf-8", body: file.text };
}

function api(store: MailStore, to: string, id: string): Answer {
  if (id === "") return json({ messages: store.list(to).map(summary) });
  const mail = store.find(id);
  return mail === undefined ? json({ error: "No such message" }, 404) : json(mail);
}

function deleteAll(store: MailStore, url: URL): Answer {
  if (url.pathname !== "/api/messages") return json({ error: "Only /api/messages" }, 405);
  store.clear();
  return json({ messages: [] });
}

/** A page elsewhere whose name is made to point at this machine must not read the mail (DNS rebinding). */
function isForThisMachine(request: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? "");
}

function respond(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const given = isForThisMachine(request)
    ? answer(store, request.method ?? "GET", url)
    : json({ error: "The mailbox answers on localhost only" }, 421);
  response.writeHead(given.status, {
    "content-type": given.type,
    "content-security-policy": given.policy ?? PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(given.body);
}

/** The mailbox page and its JSON, on the loopback address only. */
export async function startWeb(
  store: MailStore,
  port: number,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createServer((request, response) => respond(store, request, response));
  server.on("clientError", (_fault, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const address = server.address();
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: typeof address === "object" && address !== null ? address.port : port, stop };
}
