import { createTransport } from "nodemailer";
import pg from "pg";
import PostalMime from "postal-mime";
import { disconnect } from "@/lib/db/client";
import { startWorkerProcess } from "../faults/worker-process";
import { approveToEveryone } from "../support/activity";
import { startCluster, TEMPLATE } from "../support/cluster";
import "../support/environment";
import { startMailSink, type MailSink } from "../support/mail-sink/mail-sink";
import { makeMembers, makePanel, presetDocument, type TestPanel } from "../support/panel";
import { until } from "../support/until";
import { alternating, type Bench } from "./row";

const mailsARound = 2_000;
/** As many as a worker opens for mailings: three lanes of four. */
const connections = 12;
const rounds = 4;

/** Mails a second between the first that began and the last that was taken, by the sink's own clock. */
function rateSince(sink: MailSink, before: number): number {
  const lines = sink.lines().slice(before);
  const taken = lines.filter(({ what }) => what === "taken");
  const first = lines[0]?.mailFrom ?? "0";
  const last = taken.at(-1)?.at ?? "0";
  return taken.length / (Number(BigInt(last) - BigInt(first)) / 1e9);
}

/** The words of a mail, both parts. */
type Words = { readonly html: string; readonly text: string };

/** The mail as a member got it, so that the loop sends the very same. */
async function wordsOfMailing(sink: MailSink): Promise<Words> {
  const kept = sink.lines().find(({ content }) => content !== undefined);
  const { html, text } = await PostalMime.parse(Buffer.from(kept?.content ?? "", "latin1"));
  if (html === undefined || text === undefined) throw new Error("The sink kept no mail");
  return { html, text };
}

/** The same mail in the plainest way: nodemailer's pool composes and sends each. */
async function bareLoop(sink: MailSink, { html, text }: Words): Promise<number> {
  const before = sink.lines().length;
  const transport = createTransport({
    url: sink.url,
    pool: true,
    maxConnections: connections,
    maxMessages: 1e9,
  });
  let next = 0;
  const send = async () => {
    while (next < mailsARound) {
      next += 1;
      await transport.sendMail({
        from: { name: "Panel", address: "panel@resident-panel.example" },
        to: { name: "", address: `bare${next}@mail.example` },
        subject: "Would you like to come?",
        html,
        text,
        headers: {
          "List-Unsubscribe": `<https://panel.example/api/unsubscribe/${"x".repeat(300)}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
      });
    }
  };
  await Promise.all(Array.from({ length: connections * 4 }, send));
  transport.close();
  return rateSince(sink, before);
}

/** One mailing to everyone, through the gate twice, by a worker in a process of its own. */
async function gatedMailing(client: pg.Client, panel: TestPanel, sink: MailSink): Promise<number> {
  const before = sink.lines().length;
  const mailingId = await approveToEveryone(client, panel);
  await until(
    "the mailing is finished",
    async () => {
      const { rows } = await client.query("SELECT 1 FROM mailing WHERE id = $1 AND state = 'finished'", [
        mailingId,
      ]);
      return rows.length > 0;
    },
    { withinMs: 120_000, everyMs: 100 },
  );
  return rateSince(sink, before);
}

async function prepare() {
  const cluster = await startCluster({ durable: true });
  const inTemplate = (url: string) => Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href;
  const databaseUrl = inTemplate(cluster.address.appUrl);
  process.env["DATABASE_URL"] = databaseUrl;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const emails = Array.from({ length: mailsARound }, (_, index) =>
    index === 0 ? "keep-one" : `member${index}`,
  );
  await makeMembers(client, panel, { emails, purposes: ["research"] });
  const sink = await startMailSink();
  const worker = await startWorkerProcess(databaseUrl, sink.url);
  const stop = async () => {
    await worker.stop();
    await client.end();
    await disconnect();
    await sink.stop();
    await cluster.stop();
  };
  return { client, panel, sink, stop };
}

/** Gated sending: decided twice, written down before and after, against nodemailer's pooled loop to the same server. */
export const gatedSend: Bench = {
  name: "gated-send",
  run: async () => {
    const { client, panel, sink, stop } = await prepare();
    await gatedMailing(client, panel, sink);
    const words = await wordsOfMailing(sink);
    const result = await alternating(
      rounds,
      () => gatedMailing(client, panel, sink),
      () => bareLoop(sink, words),
    );
    await stop();
    return [
      {
        name: "gated sending of a mailing",
        measured: `${result.measured.toFixed(0)} mails/s`,
        baseline: `${result.baseline.toFixed(0)} mails/s by nodemailer's pooled sendMail, the same mail`,
        ratio: result.ratio,
        target: "≥ 0.8",
        met: result.ratio >= 0.8,
        method: `${mailsARound} mails, ${connections} connections, ${rounds} rounds in turn, medians; the server's own clock from the first MAIL FROM to the last 250; fsync on, no DKIM`,
      },
    ];
  },
};
