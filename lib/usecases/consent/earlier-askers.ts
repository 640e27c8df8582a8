import type { CaptureMethod } from "@/lib/policy/vocabulary";
import type { StoredFacts } from "@/lib/queries/member/stored-facts";
import type { Ctx } from "../context";
import type { DecisionsToRecord } from "./decisions";
import type { EarlierAskers } from "./settle-suppressions";

/** Somebody whose membership is over and who asked for a suppression, as far as it can be the same person. */
export type EarlierAsker = {
  readonly source: CaptureMethod;
  /** Somebody of another name who is a member of the organisation now confirmed the address too. */
  readonly sharedNow: boolean;
};

type Row = { readonly id: string; readonly source: string; readonly sharedNow: boolean };

/** The suppressions of the member's confirmed addresses that somebody else's record asked for and a "yes" is about. */
function inQuestion({ choices, member }: DecisionsToRecord, own: StoredFacts): readonly string[] {
  const wanted = new Set(
    choices.filter(({ decision }) => decision === "given").map(({ purposeKey }) => purposeKey),
  );
  return own.points
    .filter(({ verified }) => verified)
    .flatMap(({ suppressions }) => suppressions)
    .filter(({ subjectRef, purposeKey }) => subjectRef !== member.subjectRef && wanted.has(purposeKey ?? ""))
    .map(({ id }) => id);
}

/**
 * Which suppressions of the member's addresses may have been asked for by the member's own earlier record: one that left,
 * ended or was erased, and bears the same name where a name is still known. Asks the database only when a "yes" meets a
 * suppression of another record, which is rare.
 */
export async function earlierAskers(
  ctx: Ctx,
  input: DecisionsToRecord,
  own: StoredFacts,
): Promise<EarlierAskers> {
  const ids = inQuestion(input, own);
  if (ids.length === 0) return new Map();
  const { organisationId } = input.panel;
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select s.id::text, s.source, exists (
      select from contact_point c join member o on o.organisation_id = c.organisation_id and o.id = c.member_id
      where c.organisation_id = s.organisation_id and c.address_hash = s.address_hash and c.removed_at is null
        and c.verified_at is not null and o.id <> me.id and o.state in ('applicant', 'member')
        and lower(o.given_name || ' ' || o.family_name) <> lower(me.given_name || ' ' || me.family_name)) as "sharedNow"
    from suppression s
    join member me on me.organisation_id = s.organisation_id and me.id = ${input.member.id}::uuid
    left join member asker on asker.organisation_id = s.organisation_id and asker.subject_ref = s.subject_ref
    where s.organisation_id = ${organisationId}::uuid and s.id = any(${[...ids]}::uuid[]) and s.subject_ref is not null
      and (asker.id is null or asker.state = 'erased' or (asker.state in ('left', 'ended')
        and lower(asker.given_name || ' ' || asker.family_name) = lower(me.given_name || ' ' || me.family_name)))`;
  return new Map(
    rows.map(({ id, source, sharedNow }) => {
      return [id, { source: source === "in_person" ? "inPerson" : (source as CaptureMethod), sharedNow }];
    }),
  );
}
