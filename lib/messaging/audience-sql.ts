import { Prisma } from "@/lib/db/generated/client";
import type { Audience } from "@/lib/schemas/audience";

/** Whose audience: of which panel, for which activity. */
export type AudienceOf = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly activityId: string;
  readonly audience: Audience;
};

/** Contact permission under the name and with the columns that `audienceCondition` asks of members. */
export const permissionOfMembers = Prisma.sql`(select organisation_id, panel_id, member_id as id, state, area,
  last_asked_at, permitted, reasons from contact_permission) m`;

function any(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return values.length === 0 ? Prisma.empty : Prisma.sql`and ${column} = any(${[...values]}::text[])`;
}

/** Tenure and interests stand with the member; most audiences ask for neither, and then nothing reads them. */
function detailed(tenures: readonly string[], interests: readonly string[]): Prisma.Sql {
  if (tenures.length + interests.length === 0) return Prisma.empty;
  const tenure = any(Prisma.sql`d.tenure`, tenures);
  const among =
    interests.length === 0 ? Prisma.empty : Prisma.sql`and d.interests && ${[...interests]}::text[]`;
  return Prisma.sql`and exists (select from member d
    where d.organisation_id = m.organisation_id and d.id = m.id ${tenure} ${among})`;
}

/** Members who were asked and have neither answered nor said "not this one". */
export function unanswered(activityId: string): Prisma.Sql {
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

/** A person's place in a random sample, lowest first (lib/policy/sample.ts). */
export function lotOf(seed: string, reference: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`sha256(convert_to(${seed}::text || ':' || ${reference}, 'UTF8'))`;
}

/**
 * The condition that says who is matched: members of the panel whom the rules name. It speaks of `m`, which is `member` or
 * `permissionOfMembers`. Preview and expansion both ask this, so that they count the same people.
 */
export function audienceCondition({ organisationId, panelId, activityId, audience }: AudienceOf): Prisma.Sql {
  const member = Prisma.sql`m.organisation_id = ${organisationId}::uuid and m.panel_id = ${panelId}::uuid
    and m.state = 'member'`;
  if (audience.who === "unanswered") return Prisma.sql`${member} ${unanswered(activityId)}`;
  const area = any(Prisma.sql`m.area`, audience.areas);
  return Prisma.sql`${member} ${area} ${detailed(audience.tenures, audience.interests)} ${notInvited(activityId)}`;
}
