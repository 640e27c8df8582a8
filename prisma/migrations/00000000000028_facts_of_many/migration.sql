-- What the gate is told of many members is gathered for all of them at once: a question asked for each member costs as much
-- to begin as to answer (docs/decisions/0010-permission-at-scale.md). Which rows count and how they are written stands once,
-- in the views and functions below, for one member and for many.

-- What still holds of a "do not contact", as the gate is told of it.
CREATE FUNCTION suppression_fact(s suppression) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat('["', s.id, '",', public.quoted(s.subject_ref::text), ',', coalesce(to_json(s.purpose_key)::text, 'null'), ',',
    public.quoted(s.channel::text), ',', public.epoch_ms(s.recorded_at), ',', public.quoted(s.message_kind::text), ']');

-- An address with what is suppressed for it and the day on which the number came back clear, as JSON or 'null'.
CREATE FUNCTION address_fact(p contact_point, stops text, clear_on text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat('["', p.id, '","', p.kind, '","', p.address_hash, '",', to_json(right(p.normalised, 2)), ',',
    (p.verified_at IS NOT NULL)::text, ',', (p.bounced_at IS NOT NULL)::text, ',[', stops, '],', clear_on,
    CASE WHEN p.corporate_at IS NULL AND p.calls_welcome_at IS NULL THEN ',null]' ELSE concat(',[',
      (p.corporate_at IS NOT NULL)::text, ',', coalesce(public.epoch_ms(p.calls_welcome_at)::text, 'null'), ',',
      coalesce(public.epoch_ms(p.calls_unwelcome_at)::text, 'null'), ']]') END);

-- The member with what was gathered elsewhere, each part as the inside of a list but the newest notice and the soft opt-in.
CREATE FUNCTION member_fact(m member, newest_notice integer, addresses text, consents text, approaches text, stops text,
  soft_opt_in text, outcomes text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat('["', m.id, '","', m.subject_ref, '","', m.state, '",', (m.restricted_at IS NOT NULL)::text, ',',
    public.quoted(m.paused_until::text), ',', coalesce(public.epoch_ms(m.joined_at)::text, 'null'), ',',
    (m.address_line_1 IS NOT NULL AND m.postcode IS NOT NULL)::text, ',', coalesce(newest_notice::text, 'null'),
    ',[', addresses, '],[', consents, '],[', approaches, '],[', stops, '],', coalesce(soft_opt_in, 'null'), ',',
    coalesce(to_json(m.age_band)::text, 'null'), ',',
    CASE WHEN m.deceased_at IS NULL AND m.do_not_visit_at IS NULL AND m.objection_decided_at IS NULL
        AND m.restriction_lifts_at IS NULL THEN 'null'
      ELSE concat('[', (m.deceased_at IS NOT NULL)::text, ',', (m.do_not_visit_at IS NOT NULL)::text, ',[', outcomes, '],',
        coalesce(public.epoch_ms(m.restriction_lifts_at)::text, 'null'), ']') END, ']');

-- The notices that a member was shown, by number.
CREATE VIEW notice_told WITH (security_invoker = true) AS
  SELECT s.organisation_id, s.member_id, n.number FROM public.notice_shown s
  JOIN public.privacy_notice n ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id;

-- A member's addresses in use; where several were added at one moment, their ids decide which comes first.
CREATE VIEW address_in_use WITH (security_invoker = true) AS
  SELECT p.organisation_id, p.member_id, p.created_at, p.id, public.address_fact(p,
    (SELECT string_agg(public.suppression_fact(s), ',') FROM public.suppression s
      WHERE s.organisation_id = p.organisation_id AND s.address_hash = p.address_hash AND s.lifted_at IS NULL),
    CASE WHEN p.kind = 'phone' THEN coalesce(
      (SELECT CASE WHEN t.result = 'clear' THEN concat('"', t.screened_on, '"') END FROM public.tps_screening t
        WHERE t.organisation_id = p.organisation_id AND t.number_hash = p.address_hash
        ORDER BY t.screened_on DESC, t.result DESC LIMIT 1), 'null') ELSE 'null' END) AS fact
  FROM public.contact_point p WHERE p.removed_at IS NULL;

-- When a member was approached: research and marketing handed over in the last 400 days, or perhaps.
CREATE VIEW approach WITH (security_invoker = true) AS
  SELECT d.organisation_id, d.member_id, public.epoch_ms(coalesce(d.settled_at, d.handing_over_at))::text AS fact
  FROM public.delivery d JOIN public.mailing g ON g.organisation_id = d.organisation_id AND g.id = d.mailing_id
  WHERE d.state IN ('sent', 'unknown', 'handing_over') AND g.kind IN ('research', 'direct_marketing')
    AND coalesce(d.settled_at, d.handing_over_at) > now() - interval '400 days';

-- What is suppressed for a person whatever the address.
CREATE VIEW suppression_of_person WITH (security_invoker = true) AS
  SELECT s.organisation_id, s.subject_ref, public.suppression_fact(s) AS fact FROM public.suppression s
  WHERE s.address_hash IS NULL AND s.lifted_at IS NULL;

CREATE VIEW soft_opt_in_told WITH (security_invoker = true) AS
  SELECT e.organisation_id, e.member_id, e.collected_at, e.id,
    concat('["', e.context, '","', e.collected_by, '","', e.opt_out, '",', public.epoch_ms(e.collected_at), ']') AS fact
  FROM public.soft_opt_in_evidence e;

CREATE VIEW outcome_told WITH (security_invoker = true) AS
  SELECT o.organisation_id, o.member_id, o.decided_at, concat('["', o.id, '",', to_json(o.purpose_key), ',"', o.outcome, '",',
    public.epoch_ms(o.decided_at), ',', coalesce(public.epoch_ms(o.told_at)::text, 'null'), ']') AS fact
  FROM public.objection_outcome o;

-- One member, as before (migration 26): one question after the other, which begins fastest.
CREATE OR REPLACE VIEW member_facts WITH (security_invoker = true) AS
  SELECT m.organisation_id, m.id AS member_id, public.member_fact(m,
    (SELECT max(n.number) FROM public.notice_told n WHERE n.organisation_id = m.organisation_id AND n.member_id = m.id),
    (SELECT string_agg(p.fact, ',' ORDER BY p.created_at DESC, p.id) FROM public.address_in_use p
      WHERE p.organisation_id = m.organisation_id AND p.member_id = m.id),
    (SELECT string_agg(c.fact, ',') FROM public.consent_record c
      WHERE c.organisation_id = m.organisation_id AND c.member_id = m.id),
    (SELECT string_agg(a.fact, ',') FROM public.approach a WHERE a.organisation_id = m.organisation_id AND a.member_id = m.id),
    (SELECT string_agg(s.fact, ',') FROM public.suppression_of_person s
      WHERE s.organisation_id = m.organisation_id AND s.subject_ref = m.subject_ref),
    (SELECT e.fact FROM public.soft_opt_in_told e WHERE e.organisation_id = m.organisation_id AND e.member_id = m.id
      ORDER BY e.collected_at DESC, e.id DESC LIMIT 1),
    CASE WHEN m.objection_decided_at IS NOT NULL THEN
      (SELECT string_agg(o.fact, ',' ORDER BY o.decided_at) FROM public.outcome_told o
        WHERE o.organisation_id = m.organisation_id AND o.member_id = m.id) END) AS facts
  FROM public.member m;

-- Of one member or many, whichever way is quicker. One plan for all calls: making one takes longer than what it is for.
CREATE FUNCTION facts_of(of_organisation uuid, of_members uuid[]) RETURNS TABLE (member_id uuid, facts text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF cardinality(of_members) <= 8 THEN
    RETURN QUERY SELECT f.member_id, f.facts FROM public.member_facts f
      WHERE f.organisation_id = of_organisation AND f.member_id = ANY(of_members);
    RETURN;
  END IF;
  RETURN QUERY SELECT m.id, public.member_fact(m, told.newest, address.facts, consent.facts, approached.facts, stop.facts,
      opt_in.fact, CASE WHEN m.objection_decided_at IS NOT NULL THEN
        (SELECT string_agg(o.fact, ',' ORDER BY o.decided_at) FROM public.outcome_told o
          WHERE o.organisation_id = m.organisation_id AND o.member_id = m.id) END)
    FROM public.member m
    LEFT JOIN (SELECT n.member_id, max(n.number) AS newest FROM public.notice_told n
      WHERE n.organisation_id = of_organisation AND n.member_id = ANY(of_members) GROUP BY 1) AS told
      ON told.member_id = m.id
    LEFT JOIN (SELECT p.member_id, string_agg(p.fact, ',' ORDER BY p.created_at DESC, p.id) AS facts FROM public.address_in_use p
      WHERE p.organisation_id = of_organisation AND p.member_id = ANY(of_members) GROUP BY 1) AS address
      ON address.member_id = m.id
    LEFT JOIN (SELECT c.member_id, string_agg(c.fact, ',') AS facts FROM public.consent_record c
      WHERE c.organisation_id = of_organisation AND c.member_id = ANY(of_members) GROUP BY 1) AS consent
      ON consent.member_id = m.id
    LEFT JOIN (SELECT a.member_id, string_agg(a.fact, ',') AS facts FROM public.approach a
      WHERE a.organisation_id = of_organisation AND a.member_id = ANY(of_members) GROUP BY 1) AS approached
      ON approached.member_id = m.id
    LEFT JOIN (SELECT w.id, string_agg(s.fact, ',') AS facts FROM public.member w
        JOIN public.suppression_of_person s ON s.organisation_id = w.organisation_id AND s.subject_ref = w.subject_ref
      WHERE w.organisation_id = of_organisation AND w.id = ANY(of_members) GROUP BY 1) AS stop
      ON stop.id = m.id
    LEFT JOIN (SELECT DISTINCT ON (e.member_id) e.member_id, e.fact FROM public.soft_opt_in_told e
      WHERE e.organisation_id = of_organisation AND e.member_id = ANY(of_members)
      ORDER BY e.member_id, e.collected_at DESC, e.id DESC) AS opt_in
      ON opt_in.member_id = m.id
    WHERE m.organisation_id = of_organisation AND m.id = ANY(of_members);
END
$$;

GRANT SELECT ON notice_told, address_in_use, approach, suppression_of_person, soft_opt_in_told, outcome_told TO panel_app;
REVOKE EXECUTE ON FUNCTION suppression_fact, address_fact, member_fact, facts_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION suppression_fact, address_fact, member_fact, facts_of TO panel_app;
