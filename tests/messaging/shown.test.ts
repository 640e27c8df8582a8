import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { advisoryLock } from "@/lib/messaging/hand-over-lock";
import { shownBy } from "@/lib/messaging/hand-over/shown";
import { compose, type Mail } from "@/lib/messaging/mime/compose";
import { startWorker } from "@/lib/worker/worker";
import { insertRows } from "@/prisma/seed/insert-rows";
import { approveToEveryone } from "../support/activity";
import { useClient, useDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { useMailSink } from "../support/mail-sink/use-mail-sink";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../support/panel";
import { until } from "../support/until";

const link = "https://panel.example/api/unsubscribe/abc.def";
const whole: Mail = {
  from: { name: "Panel", address: "panel@example.org" },
  to: "a@mail.example",
  replyTo: "b@example.org",
  subject: "News",
  text: `Hello\n\nFrom Wheatley & Sons Homes\nStop: ${link}`,
  html: `<html><body><p>Hello</p><p>From Wheatley &amp; Sons Homes</p><a href="${link}">Stop</a></body></html>`,
  messageId: "1@example.org",
  date: new Date("2026-11-21T12:00:00Z"),
  unsubscribeUrl: link,
  bulk: true,
};

describe("what a finished message shows is read from its bytes (law.md 13; PECR reg 23)", () => {
  const shown = async (change: Partial<Mail>) =>
    shownBy(await compose({ ...whole, ...change }), {
      sender: "Wheatley & Sons Homes",
      stop: { text: link, html: link, header: link },
    });

  test("one with its footer shows who sent it and how to stop it", async () => {
    expect(await shown({})).toEqual({ identityShown: true, optOutOffered: true });
  });

  test.each([
    ["the HTML lost its footer", { html: "<p>Hello</p>" }, { identityShown: false, optOutOffered: false }],
    ["the text lost its footer", { text: "Hello" }, { identityShown: false, optOutOffered: false }],
    [
      "the link is only a comment",
      { html: `<p>From Wheatley &amp; Sons Homes</p><!-- <b href="${link}"> -->` },
      { identityShown: true, optOutOffered: false },
    ],
    [
      "the sender is only in a comment",
      { html: `<!-- From Wheatley &amp; Sons Homes --><a href="${link}">Stop</a>` },
      { identityShown: false, optOutOffered: true },
    ],
    [
      "the link leads elsewhere",
      { html: `<p>From Wheatley &amp; Sons Homes</p><a href="https://elsewhere.example">Stop</a>` },
      { identityShown: true, optOutOffered: false },
    ],
    [
      "the sender has no name",
      { from: { name: "", address: "panel@example.org" } },
      { identityShown: false, optOutOffered: true },
    ],
  ] as const)("%s", async (_, change, expected) => {
    expect(await shown(change)).toEqual(expected);
  });

  test("without the header for one click there is no way to stop it from the mailbox", async () => {
    const { unsubscribeUrl: _, ...bare } = whole;
    const bytes = await compose(bare);
    const stop = { text: link, html: link, header: link };
    const { optOutOffered } = await shownBy(bytes, { sender: "Wheatley & Sons Homes", stop });
    expect(optOutOffered).toBe(false);
  });
});

describe("at hand-over", () => {
  const client = useClient(useDatabase());
  const sink = useMailSink();
  let stopWorker: () => Promise<void>;

  beforeAll(async () => {
    process.env["SMTP_URL"] = sink.url;
    stopWorker = await startWorker(advisoryLock);
  });
  afterAll(async () => {
    await stopWorker();
    process.env["SMTP_URL"] = testEnvironment["SMTP_URL"];
  });

  // Research here rests on legitimate interests: it must offer a way out (law.md 3.3, research rows).
  async function scene(name: string): Promise<{ panel: TestPanel; member: TestMember }> {
    const panel = await makePanel(client, presetDocument("citizens-together"));
    const [member] = await makeMembers(client, panel, { emails: [`keep-${name}`], purposes: [] });
    if (member === undefined) throw new Error("No member was made");
    return { panel, member };
  }

  const taken = (to: string) =>
    sink.lines().find(({ what, recipient }) => what === "taken" && recipient === to);

  test("a mailing that shows its sender and its way out is sent, and its decision says what it showed", async () => {
    const { panel, member } = await scene("whole");
    const mailingId = await approveToEveryone(client, panel);
    await until("it arrives", () => taken(member.email));
    const [decision] = await database().gateDecision.findMany({ where: { mailingId, phase: "handOver" } });
    expect(decision?.outcome).toBe("permitted");
  });

  test("one whose words override the template and carry no way out is refused, and nothing leaves", async () => {
    const { panel, member } = await scene("bare");
    const { organisationId, panelId, policyVersionId } = panel;
    const [mailingId, decisionId, deliveryId] = [newId(), newId(), newId()];
    const about = { kind: "research", purposeKey: "research", channel: "email" };
    // Words of their own, in a frame that has no link to stop: the news of a changed notice, called research.
    const content = {
      subject: "Have your say",
      noticeNumber: 1,
      summary: "Our own words.",
      changes: ["One."],
    };
    await insertRows(client, "mailing", [
      {
        ...{
          organisationId,
          id: mailingId,
          panelId,
          template: "policy-changed",
          ...about,
          audience: {},
          content,
        },
        ...{
          contentHash: "0".repeat(64),
          state: "sending",
          idempotencyKey: newId(),
          createdBy: panel.staffId,
        },
        ...{ createdAt: Date.now(), expandedAt: Date.now(), matched: 1, leftOut: {} },
      },
    ]);
    await insertRows(client, "gate_decision", [
      {
        ...{ organisationId, id: decisionId, memberId: member.id, mailingId, phase: "selection", ...about },
        ...{
          outcome: "permitted",
          code: "permitted",
          citation: "test",
          policyVersionId,
          facts: {},
          decidedAt: Date.now(),
        },
      },
    ]);
    await insertRows(client, "delivery", [
      {
        ...{
          organisationId,
          id: deliveryId,
          mailingId,
          memberId: member.id,
          panelId,
          template: "policy-changed",
        },
        ...{ subjectIds: {}, gateDecisionId: decisionId, state: "queued", attempts: 0, queuedAt: Date.now() },
      },
    ]);
    const settled = await until("it is settled", async () =>
      database()
        .delivery.findFirst({ where: { id: deliveryId, settledAt: { not: null } } })
        .then((row) => row ?? undefined),
    );
    expect(settled.state).toBe("suppressed");
    const decisions = await database().gateDecision.findMany({ where: { mailingId, phase: "handOver" } });
    expect(decisions.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["refused", "message.notRendered"],
    ]);
    expect(taken(member.email)).toBeUndefined();
  });
});
