import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { drainHandOver } from "@/lib/messaging/drain";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import { approveToEveryone, viewOf } from "../support/activity";
import type { SinkLine } from "../support/mail-sink/mail-sink";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../support/panel";

/** A panel with as many members who said yes, and a mailing to all of them. */
export type Race = {
  readonly panel: TestPanel;
  readonly members: readonly TestMember[];
  readonly mailingId: string;
};

export async function startRace(client: pg.ClientBase, recipients: number): Promise<Race> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const emails = Array.from({ length: recipients }, (_, index) => `race${index}-${panel.panelId.slice(-6)}`);
  const members = await makeMembers(client, panel, { emails, purposes: ["research"] });
  return { panel, members, mailingId: await approveToEveryone(client, panel) };
}

/** One "no", from the moment it was acknowledged without reserve. Monotonic nanoseconds, as in the sink's log. */
export type OptOut = {
  readonly email: string;
  readonly acknowledgedAt: bigint | null;
  readonly tookMs: number;
};

/** Says no to invitations by e-mail, as the link in the mail does, and waits as its page waits. No other mail answers it. */
export async function optOut({ panel }: Race, member: TestMember): Promise<OptOut> {
  const began = performance.now();
  const { organisationId, panelId } = panel;
  const actor = { kind: "link", organisationId, panelId, memberId: member.id, scope: "unsubscribe" } as const;
  const stopped = await runDecision(unsubscribe, actor, {
    panel: await viewOf(panel),
    purposeKey: "research",
    channel: "email",
    contactPointId: member.contactPointId,
    wording: "Stop these e-mails",
  });
  if (!stopped.ok) throw new Error("The opt-out changed nothing");
  const drained = await drainHandOver(stopped.value.toDrain);
  const acknowledgedAt = drained === "drained" ? process.hrtime.bigint() : null;
  return { email: member.email, acknowledgedAt, tookMs: performance.now() - began };
}

export const atOnce = 4;

/** People end it for themselves, a few at a time, for as long as the mailing goes. */
export async function raceEach(
  who: readonly TestMember[],
  end: (member: TestMember) => Promise<OptOut>,
): Promise<readonly OptOut[]> {
  const queue = [...who];
  const done: OptOut[] = [];
  const run = async () => {
    for (let member = queue.pop(); member !== undefined; member = queue.pop()) {
      done.push(await end(member));
      await pause(5);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return done;
}

/** Messages that began after the person's "no" was acknowledged. */
export function lateSends(lines: readonly SinkLine[], optOuts: readonly OptOut[]): readonly SinkLine[] {
  const acknowledged = new Map(optOuts.map(({ email, acknowledgedAt }) => [email, acknowledgedAt]));
  return lines.filter(({ what, recipient, mailFrom }) => {
    const at = acknowledged.get(recipient);
    return what === "began" && at != null && mailFrom !== undefined && BigInt(mailFrom) > at;
  });
}

/** Every second member, in an order that has nothing to do with the order of sending. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
