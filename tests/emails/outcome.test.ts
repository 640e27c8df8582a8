import { expect, test } from "vitest";
import { isMailAddress } from "@/lib/messaging/smtp/address";
import { outcomeOf, type Stage } from "@/lib/messaging/smtp/outcome";

const cases = [
  {
    what: "refused recipient",
    fault: { responseCode: 550, command: "RCPT TO" },
    stage: "envelope",
    kind: "failed",
    bounced: true,
  },
  {
    what: "refused content",
    fault: { responseCode: 554, command: "DATA" },
    stage: "content",
    kind: "failed",
    bounced: false,
  },
  {
    what: "put off before the content",
    fault: { responseCode: 450, command: "RCPT TO" },
    stage: "envelope",
    kind: "notSent",
  },
  {
    what: "put off after the final dot",
    fault: { responseCode: 451, command: "DATA" },
    stage: "content",
    kind: "notSent",
  },
  {
    what: "a lost connection before the content",
    fault: { code: "ECONNECTION" },
    stage: "envelope",
    kind: "notSent",
  },
  {
    what: "a lost connection after the content began",
    fault: { code: "ECONNECTION" },
    stage: "content",
    kind: "unknown",
  },
  {
    what: "a deadline after the content began",
    fault: { code: "deadline" },
    stage: "content",
    kind: "unknown",
  },
  {
    what: "a server that closes after the content began",
    fault: { responseCode: 421 },
    stage: "content",
    kind: "unknown",
  },
  {
    what: "refused credentials",
    fault: { responseCode: 535, code: "EAUTH" },
    stage: "envelope",
    kind: "notSent",
  },
] as const;

test.each(cases)("$what is $kind", ({ fault, stage, kind, ...more }) => {
  expect(outcomeOf(fault, stage satisfies Stage)).toMatchObject({
    kind,
    ...("bounced" in more ? { bounced: more.bounced } : {}),
  });
});

test.each(["a@mail.example", "first.last+tag@sub.mail.example", "o'neil@mail.example"])(
  "%s may be mailed",
  (address) => {
    expect(isMailAddress(address)).toBe(true);
  },
);

test.each([
  "",
  "no-at.example",
  '"e@evil"@victim.example',
  "a@b.example, c@d.example",
  "a@b.example\r\nBcc: c@d.example",
  "a b@mail.example",
  "a＠mail.example",
  "<a@mail.example>",
  `${"x".repeat(65)}@mail.example`,
  `a@${"x".repeat(300)}.example`,
  "é@mail.example",
])("%j is not mailed", (address) => {
  expect(isMailAddress(address)).toBe(false);
});
