import { Prisma } from "@/lib/db/generated/client";
import type { Guests } from "@/lib/schemas/audience";

/** Whose guests: of which panel's activity. */
export type GuestsOf = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly activityId: string;
  readonly guests: Guests;
};

const answered: Readonly<Record<Guests["who"], Prisma.Sql>> = {
  accepted: Prisma.sql`r.answer = 'accepted' and r.answered_at < s.moved_at`,
  expected: Prisma.sql`r.answer is distinct from 'declined'`,
};

/**
 * The condition on `member m` that says who was asked to an activity and is to be told what became of it. Whoever has left
 * the panel since is matched too: the gate leaves them out, for a reason that staff can read.
 */
export function guestsCondition({ organisationId, panelId, activityId, guests }: GuestsOf): Prisma.Sql {
  return Prisma.sql`m.organisation_id = ${organisationId}::uuid and m.panel_id = ${panelId}::uuid
    and m.state <> 'erased' and m.id in (
      select i.member_id from invitation i
      left join rsvp r on r.organisation_id = i.organisation_id and r.invitation_id = i.id
      left join activity_session s on s.organisation_id = r.organisation_id and s.id = r.session_id
      where i.organisation_id = ${organisationId}::uuid and i.activity_id = ${activityId}::uuid
        and i.not_this_at is null and ${answered[guests.who]})`;
}
