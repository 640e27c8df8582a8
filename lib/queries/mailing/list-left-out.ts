import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { audienceCondition } from "@/lib/messaging/audience-sql";
import type { GateCode } from "@/lib/policy/gate/types";
import { bytesOf } from "@/lib/policy/permission-slots";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";
import { reasonColumn, slotIn, type AudienceToCount } from "./count-audience";

export type LeftOutMember = {
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
};

export type LeftOutPage = {
  readonly rows: readonly LeftOutMember[];
  /** Give it back as `after` for the next page; null on the last. */
  readonly next: string | null;
};

export type LeftOutToList = Omit<AudienceToCount, "panel"> & {
  readonly code: GateCode;
  /** A member's reference. */
  readonly after?: string | undefined;
  readonly size?: number;
};

function pageOf(rows: readonly LeftOutMember[], size: number): LeftOutPage {
  const shown = rows.slice(0, size);
  return { rows: shown, next: rows.length > size ? (shown.at(-1)?.reference ?? null) : null };
}

/** Who would be left out of an audience for one reason, by reference. */
export async function listLeftOut(viewer: Viewer, input: LeftOutToList): Promise<LeftOutPage> {
  authorise(viewer, "mailing.view");
  const { activityId, purposeKey, channel, audience, code, after, size = 50 } = input;
  const { organisationId, id: panelId } = viewer.panel;
  const later = after === undefined ? Prisma.empty : Prisma.sql`and m.reference > ${after}`;
  const rows = await database().$queryRaw<LeftOutMember[]>`
    select m.reference, m.given_name as "givenName", m.family_name as "familyName" from member m
    join contact_permission p on p.organisation_id = m.organisation_id and p.member_id = m.id
    where ${audienceCondition({ organisationId, panelId, activityId, audience })}
      and ${reasonColumn(slotIn(viewer.panel, purposeKey, channel), Prisma.sql`p`)} = any(${[...bytesOf(code)]}::int[]) ${later}
    order by m.reference limit ${size + 1}`;
  return pageOf(rows, size);
}

/** Who was left out of a mailing for one reason, when it was spread out or at the last moment, by reference. */
export async function listLeftOutOfMailing(
  viewer: Viewer,
  {
    mailingId,
    code,
    after,
    size = 50,
  }: { mailingId: string; code: GateCode; after?: string | undefined; size?: number },
): Promise<LeftOutPage> {
  authorise(viewer, "mailing.view");
  const { organisationId, id: panelId } = viewer.panel;
  const later = after === undefined ? Prisma.empty : Prisma.sql`and m.reference > ${after}`;
  const rows = await database().$queryRaw<LeftOutMember[]>`
    select m.reference, m.given_name as "givenName", m.family_name as "familyName"
    from (select distinct member_id from gate_decision
      where organisation_id = ${organisationId}::uuid and mailing_id = ${mailingId}::uuid
        and outcome = 'refused' and code = ${code}) d
    join member m on m.organisation_id = ${organisationId}::uuid and m.id = d.member_id
      and m.panel_id = ${panelId}::uuid
    where m.state <> 'erased' ${later}
    order by m.reference limit ${size + 1}`;
  return pageOf(rows, size);
}
