import { Prisma } from "@/lib/db/generated/client";
import type { Audience } from "@/lib/schemas/audience";

/** Whose audience: of which panel, for which activity. */
export type AudienceOf = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly activityId: string;
  readonly audience: Audience;
};

function any(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return values.length === 0 ? Prisma.empty : Prisma.sql`and ${column} = any(${[...values]}::text[])`;
}

function among(interests: readonly string[]): Prisma.Sql {
  return interests.length === 0 ? Prisma.empty : Prisma.sql`and m.interests && ${[...interests]}::text[]`;
}

/** Members who were asked and have neither answered nor said "not this one". */
function unanswered(activityId: string): Prisma.Sql {
  return Prisma.sql`and exists (
    select 1 from invitation i
    where i.organisation_id = m.organisation_id and i.activity_id = ${activityId}::uuid and i.member_id = m.id
      and i.not_this_at is null
      and not exists (select 1 from rsvp r where r.organisation_id = i.organisation_id and r.invitation_id = i.id)
      and not exists (select 1 from survey_response s
        where s.organisation_id = i.organisation_id and s.activity_id = i.activity_id and s.member_id = i.member_id))`;
}

/** Nobody is invited twice to one activity. */
function notInvited(activityId: string): Prisma.Sql {
  return Prisma.sql`and not exists (select 1 from invitation i
    where i.organisation_id = m.organisation_id and i.activity_id = ${activityId}::uuid and i.member_id = m.id)`;
}

/**
 * The condition on `member m` that says who is matched: members of the panel whom the rules name. Preview and expansion
 * both ask this, so that they count the same people.
 */
export function audienceCondition({ organisationId, panelId, activityId, audience }: AudienceOf): Prisma.Sql {
  const member = Prisma.sql`m.organisation_id = ${organisationId}::uuid and m.panel_id = ${panelId}::uuid
    and m.state = 'member'`;
  if (audience.who === "unanswered") return Prisma.sql`${member} ${unanswered(activityId)}`;
  const area = any(Prisma.sql`m.area`, audience.areas);
  const tenure = any(Prisma.sql`m.tenure`, audience.tenures);
  return Prisma.sql`${member} ${area} ${tenure} ${among(audience.interests)} ${notInvited(activityId)}`;
}
