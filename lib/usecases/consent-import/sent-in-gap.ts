import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** A "no" that counts from earlier than it was recorded. */
export type LateNo = {
  readonly memberId: string;
  readonly purposeKey: string;
  readonly channel: string | null;
  readonly from: Date;
};

/**
 * How many messages went out between the moment a "no" counts from and now: to be looked at, never hidden (law.md CN-6).
 */
export async function countSentInGap(
  ctx: Ctx,
  { organisationId }: PanelView,
  noes: readonly LateNo[],
): Promise<number> {
  if (noes.length === 0) return 0;
  const rows = JSON.stringify(
    noes.map(({ memberId, purposeKey, channel, from }) => ({
      member_id: memberId,
      purpose_key: purposeKey,
      channel,
      since: from,
    })),
  );
  const [found] = await ctx.tx.$queryRaw<{ sent: bigint }[]>`
    select count(distinct d.id) as sent
    from jsonb_to_recordset(${rows}::jsonb) as n(member_id uuid, purpose_key text, channel channel, since timestamptz)
    join delivery d on d.organisation_id = ${organisationId}::uuid and d.member_id = n.member_id
      and d.state in ('sent', 'unknown', 'handing_over') and coalesce(d.settled_at, d.handing_over_at) >= n.since
    join mailing g on g.organisation_id = d.organisation_id and g.id = d.mailing_id and g.purpose_key = n.purpose_key
      and (n.channel is null or g.channel = n.channel)`;
  return Number(found?.sent ?? 0n);
}
