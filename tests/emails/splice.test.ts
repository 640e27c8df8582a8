import fc from "fast-check";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { compose } from "@/lib/messaging/mime/compose";
import { marksFor, Splice } from "@/lib/messaging/mime/splice";

const names = ["name", "link", "to", "messageId"] as const;
const header = marksFor(names, "header");
const text = marksFor(names, "text");
const html = marksFor(names, "html");
const filler = "Pâté & friends — a sentence that makes lines long. ".repeat(4);

const composed = compose({
  from: { name: "Ré Panel", address: "panel@example.org" },
  to: header.to,
  replyTo: "info@example.org",
  subject: "Would you like to come? 🙂",
  text: `Hello ${text.name},\n\n${filler}${text.link} ${text.name}\n.\nend`,
  html: `<p>Hello ${html.name},</p><p>${filler}<a href="${html.link}">go</a> ${html.name}</p>`,
  messageId: header.messageId,
  date: new Date(0),
  bulk: true,
});

const values = {
  name: "Zoë",
  link: "https://panel.example/i/abc",
  to: "a@mail.example",
  messageId: "id@example.org",
};

test("whatever a name is, each recipient gets exactly it in the text, and escaped in the HTML", async () => {
  const splice = Splice.of(await composed, names);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 120 }), async (typed) => {
      const name = typed.replaceAll(/[\p{Cc}\p{Cs}\p{Cn}]/gu, "");
      const mail = await PostalMime.parse(splice.fill({ ...values, name }));
      expect(mail.to).toEqual([{ name: "", address: values.to }]);
      expect(mail.messageId).toBe(`<${values.messageId}>`);
      expect(mail.text).toContain(`Hello ${name},`);
      expect(mail.html).not.toMatch(/<(?!\/?(p|a)\b)/);
      expect(mail.html).toContain(values.link);
    }),
    { numRuns: 150 },
  );
});

test("no line of a spliced message is longer than a mail server takes", async () => {
  const long = { ...values, name: "x".repeat(500), link: `https://panel.example/${"y".repeat(600)}` };
  const lines = Splice.of(await composed, names)
    .fill(long)
    .toString("latin1")
    .split("\r\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(998);
});

test.each([
  ["a line break", "a@mail.example\r\nBcc: b@mail.example"],
  ["letters beyond ASCII", "é@mail.example"],
])("%s in a header value is refused", async (_what, to) => {
  const splice = Splice.of(await composed, names);
  expect(() => splice.fill({ ...values, to })).toThrow("not plain ASCII");
});

test("nothing of one recipient is in the message of another", async () => {
  const splice = Splice.of(await composed, names);
  splice.fill({ ...values, name: "Canary-One", link: "https://panel.example/canary-one" });
  const other = splice.fill({ ...values, name: "Other" }).toString("latin1");
  expect(other).not.toMatch(/canary/i);
  expect(other).not.toMatch(/Qz(header|text|html)\d+zQ/);
});
