import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startMailCatcher, type MailCatcher } from "../../scripts/mail-catcher";

const folder = mkdtempSync(path.join(tmpdir(), "mail-catcher-"));
let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher(folder);
});
beforeEach(() => catcher.store.clear());
afterAll(async () => {
  await catcher.stop();
  rmSync(folder, { recursive: true, force: true });
});

type File = { readonly filename: string; readonly content: string };

async function send(
  to: string,
  html = "<p>Hello <b>there</b></p>",
  files: readonly File[] = [],
): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: catcher.smtpPort });
  const text = 'Open http://localhost:3000/confirm/abc. <script>alert("x")</script>';
  await transport.sendMail({
    from: "Panel <panel@example.org>",
    to,
    subject: "Please <confirm>",
    text,
    html,
    attachments: [...files],
  });
  transport.close();
}

function get(where: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${catcher.mailboxPort}${where}`, init);
}

describe("the mail catcher", () => {
  it("has a mail on the disk and in the list once it was accepted", async () => {
    await send("a@example.org");
    expect(readdirSync(folder)).toHaveLength(1);
    const { messages } = (await (await get("/api/messages")).json()) as { messages: unknown[] };
    expect(messages).toEqual([
      expect.objectContaining({ to: ["a@example.org"], subject: "Please <confirm>" }),
    ]);
  });

  it("lists the newest first, and only one person's when asked", async () => {
    await send("a@example.org");
    await send("b@example.org");
    await send("a@example.org");
    const { messages } = (await (await get("/api/messages?to=A@example.org")).json()) as {
      messages: { id: string }[];
    };
    expect(messages).toHaveLength(2);
    expect(Number(messages[0]?.id)).toBeGreaterThan(Number(messages[1]?.id));
  });

  it("shows a mail's text with links, and nothing of it as markup", async () => {
    await send("a@example.org");
    const [mail] = catcher.store.list();
    const page = await (await get(`/messages/${mail?.id}`)).text();
    expect(page).toContain(
      '<a href="http://localhost:3000/confirm/abc">http://localhost:3000/confirm/abc</a>.',
    );
    expect(page).toContain("Please &lt;confirm&gt;");
    expect(page).not.toContain("<script>");
  });

  it("keeps a mail's own HTML in a sandbox without scripts", async () => {
    await send("a@example.org", "<p>Hello</p><script>document.title = 'ran'</script>");
    const [mail] = catcher.store.list();
    const response = await get(`/messages/${mail?.id}/html`);
    expect(response.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-popups .*default-src 'none'/,
    );
  });

  it("gives the files of a mail as text to save, whatever they hold", async () => {
    const attachments = [{ filename: "receipt.txt", content: "<script>one</script>" }];
    await send("a@example.org", undefined, attachments);
    const [mail] = catcher.store.list();
    const page = await (await get(`/messages/${mail?.id}`)).text();
    expect(page).toContain("receipt.txt");
    expect(page).not.toContain("<script>");
    const file = await get(`/messages/${mail?.id}/files/0`);
    expect(file.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await file.text()).toBe("<script>one</script>");
    expect((await get(`/messages/${mail?.id}/files/1`)).status).toBe(404);
  });

  it("forgets everything on DELETE", async () => {
    await send("a@example.org");
    await get("/api/messages", { method: "DELETE" });
    expect(catcher.store.list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("survives a client that breaks off in the middle of a mail", async () => {
    const socket = connect({ port: catcher.smtpPort, host: "127.0.0.1" });
    await new Promise((resolve) => socket.once("data", resolve));
    socket.write("EHLO x\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<d@e.f>\r\nDATA\r\nSubject: half");
    await new Promise((resolve) => socket.once("data", resolve));
    socket.resetAndDestroy();
    await send("a@example.org");
    expect(catcher.store.list()).toHaveLength(1);
  });

  it("shows again what an earlier run caught", async () => {
    await send("a@example.org");
    const again = await startMailCatcher(folder);
    expect(again.store.list()).toEqual(catcher.store.list());
    await again.stop();
  });

  it.each([
    ["/messages/9999999999", 404],
    ["/messages/1/html/more/", 404],
    ["/nothing", 404],
  ])("%s is answered with %i", async (where, status) => {
    expect((await get(where)).status).toBe(status);
  });

  it("does not answer to another name", async () => {
    const socket = connect({ port: catcher.mailboxPort, host: "127.0.0.1" });
    socket.end("GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    const reply = await new Promise<Buffer>((resolve) => socket.once("data", resolve));
    expect(reply.toString("utf8")).toMatch(/^HTTP\/1.1 421 /);
  });
});
