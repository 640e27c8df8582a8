-- Restriction of processing at a person's request (UK GDPR 18; law.md RR-10): on which ground and where that is found, and
-- from when and why it is lifted. Until that moment it restricts as before: the person is told first (18(3)).

CREATE TYPE "restriction_ground" AS ENUM ('accuracy_contested', 'unlawful', 'legal_claims', 'objection');

ALTER TABLE "member" ADD COLUMN "restriction_ground" "restriction_ground",
  ADD COLUMN "restriction_evidence" TEXT,
  ADD COLUMN "restriction_lifts_at" TIMESTAMPTZ(3),
  ADD COLUMN "restriction_lift_reason" TEXT,
  -- Who was restricted before there were grounds has none.
  ADD CONSTRAINT member_restriction_ground_check CHECK (num_nonnulls(restriction_ground, restriction_evidence) IN (0, 2)
    AND length(restriction_evidence) BETWEEN 1 AND 200 AND (restriction_ground IS NULL OR restricted_at IS NOT NULL)),
  ADD CONSTRAINT member_restriction_lift_check CHECK (num_nonnulls(restriction_lifts_at, restriction_lift_reason) IN (0, 2)
    AND length(btrim(restriction_lift_reason)) BETWEEN 10 AND 2000
    AND (restriction_lifts_at IS NULL OR restriction_lifts_at > restricted_at));

CREATE CONSTRAINT TRIGGER member_restriction_in_ledger AFTER UPDATE OF restriction_ground, restriction_lifts_at ON member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION must_be_in_the_ledger();

-- The objections that may wait for a decision are found without reading all consents (law.md LB-5).
CREATE INDEX consent_record_objected_idx ON consent_record (organisation_id, purpose_key, member_id)
  INCLUDE (effective_at, recorded_at) WHERE decision = 'objected';

-- The view is that of migration 21, and says from when a restriction is lifted.
CREATE OR REPLACE VIEW member_facts WITH (security_invoker = true) AS
  SELECT m.organisation_id, m.id AS member_id, concat(
    '["', m.id, '","', m.subject_ref, '","', m.state, '",', (m.restricted_at IS NOT NULL)::text, ',',
    public.quoted(m.paused_until::text), ',', coalesce(public.epoch_ms(m.joined_at)::text, 'null'), ',',
    (m.address_line_1 IS NOT NULL AND m.postcode IS NOT NULL)::text, ',',
    coalesce((SELECT max(n.number) FROM public.notice_shown s
        JOIN public.privacy_notice n ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
      WHERE s.organisation_id = m.organisation_id AND s.member_id = m.id)::text, 'null'),
    ',[',
    (SELECT string_agg(concat('["', p.id, '","', p.kind, '","', p.address_hash, '",', to_json(right(p.normalised, 2)),
        ',', (p.verified_at IS NOT NULL)::text, ',', (p.bounced_at IS NOT NULL)::text, ',[',
        (SELECT string_agg(concat('["', s.id, '",', public.quoted(s.subject_ref::text), ',',
            coalesce(to_json(s.purpose_key)::text, 'null'), ',', public.quoted(s.channel::text), ',',
            public.epoch_ms(s.recorded_at), ',', public.quoted(s.message_kind::text), ']'), ',')
          FROM public.suppression s WHERE s.organisation_id = p.organisation_id AND s.address_hash = p.address_hash
            AND s.lifted_at IS NULL), '],',
        CASE WHEN p.kind = 'phone' THEN coalesce(
          (SELECT CASE WHEN t.result = 'clear' THEN concat('"', t.screened_on, '"') END FROM public.tps_screening t
            WHERE t.organisation_id = p.organisation_id AND t.number_hash = p.address_hash
            ORDER BY t.screened_on DESC, t.result DESC LIMIT 1), 'null') ELSE 'null' END,
        CASE WHEN p.corporate_at IS NULL AND p.calls_welcome_at IS NULL THEN ',null]' ELSE concat(',[',
          (p.corporate_at IS NOT NULL)::text, ',', coalesce(public.epoch_ms(p.calls_welcome_at)::text, 'null'), ',',
          coalesce(public.epoch_ms(p.calls_unwelcome_at)::text, 'null'), ']]') END), ',' ORDER BY p.created_at DESC)
      FROM public.contact_point p WHERE p.organisation_id = m.organisation_id AND p.member_id = m.id
        AND p.removed_at IS NULL), '],[',
    (SELECT string_agg(c.fact, ',')
      FROM public.consent_record c WHERE c.organisation_id = m.organisation_id AND c.member_id = m.id), '],[',
    (SELECT string_agg(public.epoch_ms(coalesce(d.settled_at, d.handing_over_at))::text, ',')
      FROM public.delivery d JOIN public.mailing g ON g.organisation_id = d.organisation_id AND g.id = d.mailing_id
      WHERE d.organisation_id = m.organisation_id AND d.member_id = m.id
        AND d.state IN ('sent', 'unknown', 'handing_over') AND g.kind IN ('research', 'direct_marketing')
        AND coalesce(d.settled_at, d.handing_over_at) > now() - interval '400 days'), '],[',
    (SELECT string_agg(concat('["', s.id, '",', public.quoted(s.subject_ref::text), ',',
        coalesce(to_json(s.purpose_key)::text, 'null'), ',', public.quoted(s.channel::text), ',',
        public.epoch_ms(s.recorded_at), ',', public.quoted(s.message_kind::text), ']'), ',')
      FROM public.suppression s WHERE s.organisation_id = m.organisation_id AND s.subject_ref = m.subject_ref
        AND s.address_hash IS NULL AND s.lifted_at IS NULL), '],',
    coalesce((SELECT concat('["', e.context, '","', e.collected_by, '","', e.opt_out, '",', public.epoch_ms(e.collected_at), ']')
      FROM public.soft_opt_in_evidence e WHERE e.organisation_id = m.organisation_id AND e.member_id = m.id
      ORDER BY e.collected_at DESC, e.id DESC LIMIT 1), 'null'), ',',
    coalesce(to_json(m.age_band)::text, 'null'), ',',
    CASE WHEN m.deceased_at IS NULL AND m.do_not_visit_at IS NULL AND m.objection_decided_at IS NULL
        AND m.restriction_lifts_at IS NULL THEN 'null'
      ELSE concat('[', (m.deceased_at IS NOT NULL)::text, ',', (m.do_not_visit_at IS NOT NULL)::text, ',[',
        CASE WHEN m.objection_decided_at IS NOT NULL THEN
          (SELECT string_agg(concat('["', o.id, '",', to_json(o.purpose_key), ',"', o.outcome, '",',
              public.epoch_ms(o.decided_at), ']'), ',' ORDER BY o.decided_at)
            FROM public.objection_outcome o WHERE o.organisation_id = m.organisation_id AND o.member_id = m.id) END,
        '],', coalesce(public.epoch_ms(m.restriction_lifts_at)::text, 'null'), ']') END, ']') AS facts
  FROM public.member m;
