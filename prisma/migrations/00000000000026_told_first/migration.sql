-- A person is told before a restriction of the use of their details is lifted, or their objection is overridden (UK GDPR
-- 18(3); law.md RR-10): what was decided counts from when they were told, and a mail that did not go out tells nobody.

ALTER TABLE "objection_outcome" ADD COLUMN "told_at" TIMESTAMPTZ(3);
GRANT UPDATE (told_at) ON objection_outcome TO panel_app;

-- What was decided, and that they were told, is never another afterwards.
CREATE FUNCTION refuse_change_of_outcome() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'what was decided about an objection never changes' USING ERRCODE = 'RP001';
END
$$;
CREATE TRIGGER objection_outcome_stays BEFORE UPDATE ON objection_outcome
  FOR EACH ROW WHEN (OLD.told_at IS NOT NULL OR NEW.told_at IS NULL OR (to_jsonb(OLD) - 'told_at') <> (to_jsonb(NEW) - 'told_at'))
  EXECUTE FUNCTION refuse_change_of_outcome();
ALTER TABLE objection_outcome ENABLE ALWAYS TRIGGER objection_outcome_stays;
CREATE CONSTRAINT TRIGGER objection_outcome_told_in_ledger AFTER UPDATE ON objection_outcome
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION must_be_in_the_ledger();
CREATE INDEX objection_outcome_untold_idx ON objection_outcome (organisation_id, member_id) WHERE told_at IS NULL;

-- That a restriction ends is decided first, with the reason; from when, once the person was told.
ALTER TABLE "member" DROP CONSTRAINT member_restriction_lift_check,
  ADD CONSTRAINT member_restriction_lift_check CHECK (length(btrim(restriction_lift_reason)) BETWEEN 10 AND 2000
    AND (restriction_lifts_at IS NULL OR restriction_lifts_at > restricted_at AND restriction_lift_reason IS NOT NULL));
DROP TRIGGER member_restriction_in_ledger ON member;
CREATE CONSTRAINT TRIGGER member_restriction_in_ledger
  AFTER UPDATE OF restriction_ground, restriction_lift_reason, restriction_lifts_at ON member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION must_be_in_the_ledger();
CREATE INDEX member_untold_idx ON member (organisation_id, id)
  WHERE restriction_lift_reason IS NOT NULL AND restriction_lifts_at IS NULL;

-- What was announced before and has not begun waits until the worker finds that it was told; who objected is decided again.
UPDATE member SET restriction_lifts_at = NULL WHERE restriction_lifts_at > now();
UPDATE contact_permission p SET valid_until = now() WHERE EXISTS (SELECT FROM member m
  WHERE m.organisation_id = p.organisation_id AND m.id = p.member_id
    AND (m.objection_decided_at IS NOT NULL OR m.restriction_lift_reason IS NOT NULL));

-- The view is that of migration 23, and says when a person was told what was decided.
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
              public.epoch_ms(o.decided_at), ',', coalesce(public.epoch_ms(o.told_at)::text, 'null'), ']'), ',' ORDER BY o.decided_at)
            FROM public.objection_outcome o WHERE o.organisation_id = m.organisation_id AND o.member_id = m.id) END,
        '],', coalesce(public.epoch_ms(m.restriction_lifts_at)::text, 'null'), ']') END, ']') AS facts
  FROM public.member m;
