import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { civilDate } from "@/lib/clock";
import type { MemberAddress, MemberFacts } from "@/lib/policy/contact-permission";
import type { ConsentFact } from "@/lib/policy/gate/types";
import type { CaptureMethod, Channel, ConsentDecision, MemberState } from "@/lib/policy/vocabulary";

type PointRow = {
  kind: "email" | "phone";
  verified: boolean;
  bounced: boolean;
  suppressions: { purposeKey: string | null; channel: Channel | null; recordedAt: number }[];
};

type ConsentRow = {
  purposeKey: string;
  channel: Channel | null;
  decision: ConsentDecision;
  method: string;
  effectiveAt: number;
  recordedAt: number;
  validUntil: number | null;
  shown: boolean;
};

type FactsRow = {
  id: string;
  state: MemberState;
  restricted: boolean;
  paused_until: Date | null;
  joined_at: Date | null;
  has_post_address: boolean;
  notice_shown: boolean;
  points: PointRow[];
  consents: ConsentRow[];
  approaches: number[];
};

function addressOf(points: readonly PointRow[], kind: PointRow["kind"]): MemberAddress | null {
  const known = points.filter((point) => point.kind === kind);
  return known.find((point) => point.verified && !point.bounced) ?? known[0] ?? null;
}

function consentFact(row: ConsentRow): ConsentFact {
  const method: CaptureMethod = row.method === "in_person" ? "inPerson" : (row.method as CaptureMethod);
  // An import says that somebody agreed to something; only what was shown proves it (law.md CN-2).
  return { ...row, method, evidenced: method !== "import" || row.shown };
}

function factsOf(row: FactsRow): MemberFacts {
  const phone = addressOf(row.points, "phone");
  const post = row.has_post_address ? { verified: true, bounced: false, suppressions: [] } : null;
  return {
    member: {
      state: row.state,
      restricted: row.restricted,
      pausedUntil: row.paused_until === null ? null : civilDate(row.paused_until),
      joinedAt: row.joined_at?.getTime() ?? null,
      noticeShown: row.notice_shown,
      approaches: row.approaches,
    },
    addresses: { email: addressOf(row.points, "email"), sms: phone, call: phone, post },
    consents: row.consents.map(consentFact),
    tpsScreenedOn: null,
  };
}

/**
 * Everything the gate needs about these members, in one round trip whatever their number. Members that do not exist
 * are absent from the map. Approaches are research and marketing messages handed over in the last 400 days.
 */
export async function loadMemberFacts(
  organisationId: string,
  memberIds: readonly string[],
  db: Tx = database(),
): Promise<ReadonlyMap<string, MemberFacts>> {
  const rows = await db.$queryRaw<FactsRow[]>`
    select m.id, m.state::text as state, m.restricted_at is not null as restricted, m.paused_until, m.joined_at,
      m.address_line_1 is not null and m.postcode is not null as has_post_address,
      exists (select 1 from notice_shown n
        where n.organisation_id = m.organisation_id and n.member_id = m.id) as notice_shown,
      coalesce((select jsonb_agg(jsonb_build_object(
          'kind', p.kind, 'verified', p.verified_at is not null, 'bounced', p.bounced_at is not null,
          'suppressions', coalesce((select jsonb_agg(jsonb_build_object('purposeKey', s.purpose_key,
              'channel', s.channel, 'recordedAt', round(extract(epoch from s.recorded_at) * 1000)))
            from suppression s where s.organisation_id = p.organisation_id and s.address_hash = p.address_hash
              and s.lifted_at is null), '[]'::jsonb)) order by p.created_at desc)
        from contact_point p where p.organisation_id = m.organisation_id and p.member_id = m.id
          and p.removed_at is null), '[]'::jsonb) as points,
      coalesce((select jsonb_agg(jsonb_build_object('purposeKey', c.purpose_key, 'channel', c.channel,
          'decision', c.decision, 'method', c.method,
          'effectiveAt', round(extract(epoch from c.effective_at) * 1000),
          'recordedAt', round(extract(epoch from c.recorded_at) * 1000),
          'validUntil', round(extract(epoch from c.valid_until) * 1000), 'shown', c.notice_shown_id is not null))
        from consent_record c where c.organisation_id = m.organisation_id and c.member_id = m.id),
        '[]'::jsonb) as consents,
      coalesce((select jsonb_agg(round(extract(epoch from coalesce(d.settled_at, d.handing_over_at)) * 1000))
        from delivery d join mailing g on g.organisation_id = d.organisation_id and g.id = d.mailing_id
        where d.organisation_id = m.organisation_id and d.member_id = m.id
          and d.state in ('sent', 'unknown', 'handing_over') and g.kind in ('research', 'direct_marketing')
          and coalesce(d.settled_at, d.handing_over_at) > now() - interval '400 days'), '[]'::jsonb) as approaches
    from member m
    where m.organisation_id = ${organisationId}::uuid and m.id = any(${[...memberIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}
