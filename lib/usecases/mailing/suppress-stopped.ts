import { invitationTemplates } from "@/lib/messaging/template";
import type { Ctx } from "../context";

/** The `failure_code` of a message that staff stopped: it tells it from those the gate stopped. */
export const stoppedCode = "mailing.stopped";

/**
 * What a stopped mailing has not handed over never goes: it counts as suppressed. Also what comes back later, because a
 * worker died or the mail server put it off. Whom its invitation did not reach was not asked: they can be asked another time.
 */
export async function suppressStopped(ctx: Ctx): Promise<void> {
  await ctx.tx.$executeRaw`
    with stopped as materialized (
      select organisation_id, id, activity_id, template from mailing
      where state = 'cancelled' and finished_at is null for no key update skip locked
    ), ended as (
      update delivery d set state = 'suppressed', failure_code = ${stoppedCode}, settled_at = now(), claimed_by = null,
        lease_until = null
      from stopped s
      where d.organisation_id = s.organisation_id and d.mailing_id = s.id and d.state in ('queued', 'claimed')
      returning d.organisation_id, d.member_id, s.activity_id, s.template
    )
    delete from invitation i using ended e
    where i.organisation_id = e.organisation_id and i.activity_id = e.activity_id and i.member_id = e.member_id
      and e.template = any(${[...invitationTemplates]}::text[]) and i.not_this_at is null
      and not exists (select 1 from rsvp r
        where r.organisation_id = i.organisation_id and r.invitation_id = i.id)
      and not exists (select 1 from survey_response v
        where v.organisation_id = i.organisation_id and v.activity_id = i.activity_id and v.member_id = i.member_id)`;
}
