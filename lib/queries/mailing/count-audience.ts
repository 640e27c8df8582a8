import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { audienceCondition, permissionOfMembers } from "@/lib/messaging/audience-sql";
import type { GateCode } from "@/lib/policy/gate/types";
import { reasonOf, slotOf } from "@/lib/policy/permission-slots";
import type { Channel } from "@/lib/policy/vocabulary";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Audience } from "@/lib/schemas/audience";

/** matched = willBeInvited + all of leftOut, always. */
export type AudienceCount = {
  readonly matched: number;
  readonly willBeInvited: number;
  /** By named reason, most frequent first. */
  readonly leftOut: readonly { readonly code: GateCode; readonly count: number }[];
};

export type AudienceToCount = {
  readonly panel: PanelView;
  readonly activityId: string;
  readonly purposeKey: string;
  readonly channel: Channel;
  readonly audience: Audience;
};

/** The place of a purpose and channel in the packed permission. @throws Error for a purpose the policy does not have. */
export function slotIn(panel: PanelView, purposeKey: string, channel: Channel): number {
  const purpose = panel.document.purposes.find(({ key }) => key === purposeKey);
  if (purpose === undefined) throw new Error(`Unknown purpose ${purposeKey}`);
  return slotOf(purpose.slot, channel);
}

/** The reason byte of a slot; what is beyond the last that is offered has none and counts as not offered. */
export function reasonColumn(slot: number, of = Prisma.sql`m`): Prisma.Sql {
  return Prisma.sql`case when length(${of}.reasons) > ${slot} then get_byte(${of}.reasons, ${slot}) else 255 end`;
}

/**
 * Whom a mailing would match, how many of them would be invited, and why the others would not: from the packed contact
 * permission, in one statement. Sending decides afresh for each person.
 */
export async function countAudience(input: AudienceToCount): Promise<AudienceCount> {
  const { panel, activityId, purposeKey, channel, audience } = input;
  const slot = slotIn(panel, purposeKey, channel);
  const { organisationId, id: panelId } = panel;
  const rows = await database().$queryRaw<{ reason: number; count: number }[]>`
    select ${reasonColumn(slot)} as reason, count(*)::int as count from ${permissionOfMembers}
    where ${audienceCondition({ organisationId, panelId, activityId, audience })}
    group by 1 order by 2 desc`;
  const counted = rows.map(({ reason, count }) => ({ code: reasonOf(reason), count }));
  const willBeInvited = counted.find(({ code }) => code === "permitted")?.count ?? 0;
  return {
    matched: counted.reduce((sum, { count }) => sum + count, 0),
    willBeInvited,
    leftOut: counted.filter(({ code }) => code !== "permitted"),
  };
}
