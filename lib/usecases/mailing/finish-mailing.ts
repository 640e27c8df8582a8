import { Prisma, type Mailing } from "@/lib/db/generated/client";
import { appendEntry } from "@/lib/ledger/append";
import { frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";
import { takesEntries } from "@/lib/ledger/waiting";
import { ok, type Result } from "@/lib/result";
import type { Ctx } from "../context";
import { stoppedCode, suppressStopped } from "./suppress-stopped";

/** True when a mailing was finished; false when none is ready. */
export type Finished = { readonly finished: boolean };

const pageSize = 5_000;

/**
 * A mailing all of whose deliveries are settled. An "unknown" counts only once the worker that may still know better has
 * given up (lib/messaging/hand-over/settle.ts): after this moment outcomes no longer change.
 */
async function takeSettled(ctx: Ctx): Promise<Mailing | null> {
  const [taken] = await ctx.tx.$queryRaw<{ organisation_id: string; id: string }[]>`
    select m.organisation_id, m.id from mailing m
    where (m.state = 'sending' or m.state = 'cancelled' and m.finished_at is null) and not exists (
      select 1 from delivery d where d.organisation_id = m.organisation_id and d.mailing_id = m.id
        and (d.state in ('queued', 'claimed', 'handing_over')
          or d.state = 'unknown' and d.settled_at > now() - interval '20 seconds'))
      and ${Prisma.raw(takesEntries("m.organisation_id"))}
    order by m.created_at limit 1 for no key update of m skip locked`;
  if (taken === undefined) return null;
  const key = { organisationId: taken.organisation_id, id: taken.id };
  return ctx.tx.mailing.findUnique({ where: { organisationId_id: key } });
}

type Outcomes = {
  readonly counts: Readonly<Record<"sent" | "suppressed" | "failed" | "unknown", number>>;
  /** Of the suppressed: those that staff stopped, not the gate. */
  readonly stopped: number;
  /** RFC 6962 root over "<delivery id> <state>" in order of delivery id, hex. */
  readonly root: string;
};

async function outcomesOf(ctx: Ctx, mailing: Mailing): Promise<Outcomes> {
  const counts = { sent: 0, suppressed: 0, failed: 0, unknown: 0 };
  let stopped = 0;
  let frontier: readonly Uint8Array[] = [];
  let size = 0n;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await ctx.tx.delivery.findMany({
      where: { organisationId: mailing.organisationId, mailingId: mailing.id, id: { gt: after } },
      select: { id: true, state: true, failureCode: true },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    for (const { id, state, failureCode } of rows) {
      if (!(state in counts)) throw new Error("A delivery of a finished mailing is not settled");
      counts[state as keyof typeof counts] += 1;
      if (state === "suppressed" && failureCode === stoppedCode) stopped += 1;
      frontier = grownFrontier(frontier, size, leafHash(Buffer.from(`${id} ${state}`)));
      size += 1n;
      after = id;
    }
    if (rows.length < pageSize) return { counts, stopped, root: frontierRoot(frontier).toString("hex") };
  }
}

/** Closes one mailing whose messages are all settled, sent to its end or stopped, and puts its books into the ledger. */
export async function finishMailing(ctx: Ctx, _input: null): Promise<Result<Finished>> {
  await suppressStopped(ctx);
  const mailing = await takeSettled(ctx);
  if (mailing === null) return ok({ finished: false });
  const { organisationId, id, matched } = mailing;
  const { counts, stopped, root } = await outcomesOf(ctx, mailing);
  await ctx.tx.mailing.update({
    where: { organisationId_id: { organisationId, id } },
    data: { ...(mailing.state === "cancelled" ? {} : { state: "finished" as const }), finishedAt: ctx.at },
  });
  const leftOut = Object.entries(mailing.leftOut as Record<string, number>).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  await appendEntry(ctx, organisationId, {
    eventType: "mailing.finished",
    panelId: mailing.panelId,
    subjectRef: null,
    purposeKey: mailing.purposeKey,
    channel: mailing.channel,
    effectiveAt: ctx.at,
    data: {
      mailingId: id,
      matched: String(matched),
      sent: String(counts.sent),
      suppressed: String(counts.suppressed),
      failed: String(counts.failed),
      unknown: String(counts.unknown),
      leftOut: leftOut.map(([code, count]) => `${code}=${count}`),
      outcomesRoot: root,
      ...(mailing.state === "cancelled" ? { stopped: String(stopped) } : {}),
    },
  });
  return ok({ finished: true });
}
