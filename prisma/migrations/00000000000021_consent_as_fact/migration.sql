-- What the gate is told of a consent, written out when it is recorded: it never changes afterwards, and the gate asks for
-- it each time the person decides again and each time everybody is decided again (docs/decisions/0005-one-statement-ledger.md).

-- Declared immutable: the names of channels, decisions and methods are never changed, only added to.
CREATE FUNCTION consent_fact(purpose_key text, channel channel, decision consent_decision, method capture_method,
  effective_at timestamptz, recorded_at timestamptz, valid_until timestamptz, notice_shown_id uuid) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN concat('[', to_json(purpose_key), ',', public.quoted(channel::text), ',"', decision, '","', method, '",',
    public.epoch_ms(effective_at), ',', public.epoch_ms(recorded_at), ',',
    coalesce(public.epoch_ms(valid_until)::text, 'null'), ',', (notice_shown_id IS NOT NULL)::text, ']');
END
$$;
REVOKE EXECUTE ON FUNCTION consent_fact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent_fact TO panel_app;

ALTER TABLE consent_record ADD COLUMN fact text NOT NULL GENERATED ALWAYS AS (consent_fact(purpose_key, channel, decision,
  method, effective_at, recorded_at, valid_until, notice_shown_id)) STORED;

-- What still holds, of any list however long: the list of all dates is no shorter way to an address.
CREATE INDEX suppression_in_force_idx ON suppression (organisation_id, address_hash) WHERE lifted_at IS NULL;

-- The view is that of migration 20 with consents as they were written out.
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
    CASE WHEN m.deceased_at IS NULL AND m.do_not_visit_at IS NULL AND m.objection_decided_at IS NULL THEN 'null'
      ELSE concat('[', (m.deceased_at IS NOT NULL)::text, ',', (m.do_not_visit_at IS NOT NULL)::text, ',[',
        CASE WHEN m.objection_decided_at IS NOT NULL THEN
          (SELECT string_agg(concat('["', o.id, '",', to_json(o.purpose_key), ',"', o.outcome, '",',
              public.epoch_ms(o.decided_at), ']'), ',' ORDER BY o.decided_at)
            FROM public.objection_outcome o WHERE o.organisation_id = m.organisation_id AND o.member_id = m.id) END,
        ']]') END, ']') AS facts
  FROM public.member m;

-- As before (migration 13), but each question asked once for all members where it was asked for each: what a statement
-- costs before its first row is most of what one member costs.
CREATE OR REPLACE FUNCTION locked_facts(of_organisation uuid, of_panel uuid, of_members uuid[], of_notice uuid) RETURNS text
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  everyone uuid[];
  households text;
  notices text;
  facts text;
BEGIN
  -- OFFSET 0: each by key, whatever the planner thinks of the number of members.
  WITH household AS MATERIALIZED (
    SELECT own.place, own.id || sharing.ids AS ids FROM unnest(of_members) WITH ORDINALITY AS own(id, place), LATERAL (
      SELECT array_agg(other.member_id) AS ids FROM public.contact_point point
        JOIN public.contact_point other ON other.organisation_id = point.organisation_id
          AND other.address_hash = point.address_hash AND other.removed_at IS NULL AND other.member_id <> own.id
        WHERE point.organisation_id = of_organisation AND point.member_id = own.id OFFSET 0) AS sharing)
  SELECT (SELECT string_agg(concat('["', array_to_string(ids, '","'), '"]'), ',' ORDER BY place) FROM household),
      ARRAY(SELECT DISTINCT unnest(ids) FROM household)
    INTO households, everyone;
  everyone := ARRAY(SELECT id FROM public.member WHERE organisation_id = of_organisation AND id = ANY(everyone)
    AND panel_id = of_panel ORDER BY id FOR NO KEY UPDATE);
  SELECT string_agg(public.quoted(shown.id::text), ',' ORDER BY own.place) INTO notices
    FROM unnest(of_members) WITH ORDINALITY AS own(id, place) LEFT JOIN LATERAL (
      SELECT n.id FROM public.notice_shown n WHERE n.organisation_id = of_organisation AND n.member_id = own.id
        AND n.privacy_notice_id = of_notice ORDER BY n.shown_at DESC LIMIT 1) AS shown ON true;
  SELECT string_agg(fact.facts, ',') INTO facts FROM unnest(everyone) AS someone(id), LATERAL (
    SELECT f.facts FROM public.member_facts f WHERE f.organisation_id = of_organisation AND f.member_id = someone.id
    OFFSET 0) AS fact;
  RETURN concat('[[', households, '],[', notices, '],[', facts, ']]');
END
$$;

-- As before (migration 15), but all rows go into the table at once, for the same reason.
CREATE OR REPLACE FUNCTION append_entries(for_organisation uuid, acting_member uuid, entries text[]) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  head public.ledger_head;
  recorded timestamptz(3);
  recorded_text text;
  member_ref text;
  actor text;
  bytes bytea;
  leaf bytea;
  seqs bigint[];
  texts bytea[];
  leaves bytea[];
  chain bytea[];
  actors text[];
BEGIN
  IF acting_member IS NOT NULL THEN
    SELECT subject_ref::text INTO STRICT member_ref FROM public.member
      WHERE organisation_id = for_organisation AND id = acting_member;
  END IF;
  PERFORM set_config('synchronous_commit', 'off', true);
  PERFORM pg_advisory_xact_lock(hashtextextended(for_organisation::text, 7));
  IF EXISTS (SELECT FROM public.ledger_hold WHERE organisation_id = for_organisation AND released_at IS NULL
    AND reason = 'behind') AND current_setting('panel.recovering', true) IS DISTINCT FROM for_organisation::text
  THEN
    RAISE EXCEPTION 'the ledger is behind what was published of it: nothing is added' USING ERRCODE = 'RP002';
  END IF;
  SELECT * INTO head FROM public.ledger_head WHERE organisation_id = for_organisation;
  IF NOT FOUND THEN
    INSERT INTO public.ledger_head (organisation_id, epoch, seq, chain_hash, frontier, recorded_at)
    VALUES (for_organisation, 1, 0, decode(repeat('00', 32), 'hex'), '{}', clock_timestamp())
    RETURNING * INTO head;
  END IF;
  recorded := greatest(clock_timestamp()::timestamptz(3), head.recorded_at);
  recorded_text := to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  FOR i IN 1 .. array_length(entries, 1) LOOP
    actor := coalesce(entries[i][13], member_ref);
    bytes := convert_to('{' || entries[i][1] || ',"actorRef":' || to_json(actor)
      || ',' || entries[i][2] || ',"epoch":"' || head.epoch || '",' || entries[i][3]
      || ',"recordedAt":"' || recorded_text || '",' || entries[i][4] || ',"seq":"' || head.seq + 1
      || '",' || entries[i][5] || '}', 'UTF8');
    leaf := sha256('\x00'::bytea || bytes);
    head.chain_hash := sha256('panel-chain/v1'::bytea || head.chain_hash || leaf);
    head.frontier := public.grown_frontier(head.frontier, head.seq - head.epoch_start, leaf);
    head.seq := head.seq + 1;
    seqs[i] := head.seq;
    texts[i] := bytes;
    leaves[i] := leaf;
    chain[i] := head.chain_hash;
    actors[i] := actor;
  END LOOP;
  INSERT INTO public.ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, recorded_at, effective_at, event_type,
    panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref)
  SELECT for_organisation, seqs[i], texts[i], leaves[i], chain[i], recorded, entries[i][6]::timestamptz, entries[i][7],
    entries[i][8]::uuid, entries[i][9]::uuid, entries[i][10], entries[i][11]::public.channel,
    entries[i][12]::public.actor_kind, actors[i] FROM generate_series(1, array_length(entries, 1)) AS i;
  UPDATE public.ledger_head SET seq = head.seq, chain_hash = head.chain_hash, frontier = head.frontier,
    recorded_at = recorded WHERE organisation_id = for_organisation;
  RETURN head.seq;
END
$$;
