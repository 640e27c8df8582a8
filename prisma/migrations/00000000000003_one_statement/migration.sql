-- One statement where there were many (docs/decisions/0005-one-statement-ledger.md). These functions store and read; what
-- to decide is decided in lib/policy, in TypeScript. They run with the caller's rights: what panel_app may not do, they
-- may not do for it. Every name is qualified, which is safe whatever the search_path and cheaper than setting one at each
-- call. VOLATILE functions in plpgsql see, statement by statement, what others committed meanwhile.

-- ---------------------------------------------------------------------------------------------------------------
-- 1. The end of a ledger: docs/ledger.md, "Hashes" and "Appending".

-- The frontier after one more leaf; `size` is the number of leaves before it (RFC 6962, section 2.1).
CREATE FUNCTION grown_frontier(frontier bytea[], size bigint, leaf bytea) RETURNS bytea[]
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  node bytea := leaf;
  kept integer := cardinality(frontier);
BEGIN
  WHILE size & 1 = 1 LOOP
    node := sha256('\x01'::bytea || frontier[kept] || node);
    kept := kept - 1;
    size := size >> 1;
  END LOOP;
  RETURN frontier[1:kept] || node;
END
$$;

-- The locked end of an organisation's chain; a new organisation gets an empty one.
CREATE FUNCTION locked_ledger_head(for_organisation uuid) RETURNS public.ledger_head
LANGUAGE plpgsql AS $$
DECLARE
  head public.ledger_head;
BEGIN
  SELECT * INTO head FROM public.ledger_head WHERE organisation_id = for_organisation FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.ledger_head (organisation_id, epoch, seq, chain_hash, frontier, recorded_at)
    VALUES (for_organisation, 1, 0, decode(repeat('00', 32), 'hex'), '{}', clock_timestamp())
    ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM public.ledger_head WHERE organisation_id = for_organisation FOR UPDATE;
  END IF;
  RETURN head;
END
$$;

-- Appends entries in the order given and returns the number of the last. An entry comes as the pieces of its canonical
-- bytes (lib/ledger/append.ts); here they are joined by what only the database knows: the reference of the member who
-- acts, the epoch, the time and the number. The clock is read once the chain is ours.
CREATE FUNCTION append_entries(for_organisation uuid, acting_member uuid, entries jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  head public.ledger_head := public.locked_ledger_head(for_organisation);
  recorded timestamptz(3) := greatest(clock_timestamp()::timestamptz(3), head.recorded_at);
  recorded_text text := to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  member_ref uuid;
  entry record;
  bytes bytea;
  leaf bytea;
BEGIN
  IF acting_member IS NOT NULL THEN
    SELECT subject_ref INTO STRICT member_ref FROM public.member
      WHERE organisation_id = for_organisation AND id = acting_member;
  END IF;
  FOR entry IN
    SELECT * FROM jsonb_to_recordset(entries) AS e(pieces text[], effective_at timestamptz, event_type text,
      panel_id uuid, subject_ref uuid, purpose_key text, channel public.channel, actor_kind public.actor_kind,
      actor_ref text)
  LOOP
    entry.actor_ref := coalesce(entry.actor_ref, member_ref::text);
    bytes := convert_to('{' || entry.pieces[1] || ',"actorRef":' || to_json(entry.actor_ref)
      || ',' || entry.pieces[2] || ',"epoch":"' || head.epoch || '",' || entry.pieces[3]
      || ',"recordedAt":"' || recorded_text || '",' || entry.pieces[4] || ',"seq":"' || head.seq + 1
      || '",' || entry.pieces[5] || '}', 'UTF8');
    leaf := sha256('\x00'::bytea || bytes);
    head.chain_hash := sha256('panel-chain/v1'::bytea || head.chain_hash || leaf);
    head.frontier := public.grown_frontier(head.frontier, head.seq, leaf);
    head.seq := head.seq + 1;
    INSERT INTO public.ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, recorded_at, effective_at,
      event_type, panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref)
    VALUES (for_organisation, head.seq, bytes, leaf, head.chain_hash, recorded, entry.effective_at,
      entry.event_type, entry.panel_id, entry.subject_ref, entry.purpose_key, entry.channel, entry.actor_kind,
      entry.actor_ref);
  END LOOP;
  UPDATE public.ledger_head SET seq = head.seq, chain_hash = head.chain_hash, frontier = head.frontier,
    recorded_at = recorded WHERE organisation_id = for_organisation;
  RETURN head.seq;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- 2. What is recorded about members: the gate's facts, one row a member.

CREATE FUNCTION member_facts(of_organisation uuid, member_ids uuid[])
RETURNS TABLE (id uuid, "subjectRef" uuid, state text, restricted boolean, "pausedUntil" text, "joinedAt" timestamptz,
  "hasPostAddress" boolean, "noticeShown" boolean, points json, consents json, approaches json)
LANGUAGE sql STABLE AS $$
  SELECT m.id, m.subject_ref, m.state::text, m.restricted_at IS NOT NULL, m.paused_until::text,
    m.joined_at,
    m.address_line_1 IS NOT NULL AND m.postcode IS NOT NULL,
    EXISTS (SELECT FROM public.notice_shown n WHERE n.organisation_id = m.organisation_id AND n.member_id = m.id),
    coalesce((SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'addressHash', p.address_hash,
        'addressHint', right(p.normalised, 2), 'verified', p.verified_at IS NOT NULL,
        'bounced', p.bounced_at IS NOT NULL,
        'suppressions', coalesce((SELECT json_agg(json_build_object('id', s.id, 'subjectRef', s.subject_ref,
            'purposeKey', s.purpose_key, 'channel', s.channel,
            'recordedAt', s.recorded_at))
          FROM public.suppression s WHERE s.organisation_id = p.organisation_id AND s.address_hash = p.address_hash
            AND s.lifted_at IS NULL), '[]')) ORDER BY p.created_at DESC)
      FROM public.contact_point p WHERE p.organisation_id = m.organisation_id AND p.member_id = m.id
        AND p.removed_at IS NULL), '[]'),
    coalesce((SELECT json_agg(json_build_object('purposeKey', c.purpose_key, 'channel', c.channel,
        'decision', c.decision, 'method', c.method,
        'effectiveAt', c.effective_at,
        'recordedAt', c.recorded_at,
        'validUntil', c.valid_until,
        'shown', c.notice_shown_id IS NOT NULL))
      FROM public.consent_record c WHERE c.organisation_id = m.organisation_id AND c.member_id = m.id), '[]'),
    coalesce((SELECT json_agg(coalesce(d.settled_at, d.handing_over_at))
      FROM public.delivery d JOIN public.mailing g ON g.organisation_id = d.organisation_id AND g.id = d.mailing_id
      WHERE d.organisation_id = m.organisation_id AND d.member_id = m.id
        AND d.state IN ('sent', 'unknown', 'handing_over') AND g.kind IN ('research', 'direct_marketing')
        AND coalesce(d.settled_at, d.handing_over_at) > now() - interval '400 days'), '[]')
  FROM public.member m
  WHERE m.organisation_id = of_organisation AND m.id = ANY (member_ids)
$$;

-- Locks the member and everyone of the panel who shares an address with them, always in the same order, and then reads
-- the facts of all of them: what others committed while we waited is among them. Every access is by key, so one plan fits
-- all; planning anew for each array of ids takes longer than reading.
CREATE FUNCTION locked_facts(of_organisation uuid, of_panel uuid, of_member uuid) RETURNS SETOF json
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  sharing uuid;
  locked uuid[] := '{}';
BEGIN
  FOR sharing IN
    SELECT of_member
    UNION
    SELECT other.member_id FROM public.contact_point own
    JOIN public.contact_point other ON other.organisation_id = own.organisation_id
      AND other.address_hash = own.address_hash AND other.removed_at IS NULL
    WHERE own.organisation_id = of_organisation AND own.member_id = of_member
    ORDER BY 1
  LOOP
    PERFORM FROM public.member WHERE organisation_id = of_organisation AND id = sharing AND panel_id = of_panel
      FOR NO KEY UPDATE;
    IF FOUND THEN locked := locked || sharing; END IF;
  END LOOP;
  RETURN QUERY SELECT row_to_json(f) FROM public.member_facts(of_organisation, locked) f;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- 3. What follows from decisions.

-- Stores the contact permission of members as it was decided.
CREATE FUNCTION store_permission(of_organisation uuid, policy_number integer, permissions jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  decided record;
BEGIN
  FOR decided IN
    SELECT * FROM jsonb_to_recordset(permissions) AS p(id uuid, bits bigint, reasons text, valid_until timestamptz)
  LOOP
    UPDATE public.member SET permission_bits = decided.bits, permission_reasons = decode(decided.reasons, 'hex'),
      permission_valid_until = decided.valid_until, permission_policy_number = policy_number
    WHERE organisation_id = of_organisation AND id = decided.id;
  END LOOP;
END
$$;

-- Stores decisions and everything that follows from them, the ledger last: `rows` holds rows of wording,
-- consent_record and suppression, the suppressions to lift, and the permissions to store.
CREATE FUNCTION store_decisions(for_organisation uuid, policy_number integer, at timestamptz, rows jsonb,
  acting_member uuid, entries jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.wording SELECT * FROM jsonb_populate_recordset(NULL::public.wording, rows -> 'wordings')
    ON CONFLICT DO NOTHING;
  INSERT INTO public.consent_record SELECT * FROM jsonb_populate_recordset(NULL::public.consent_record, rows -> 'records');
  IF jsonb_array_length(rows -> 'added') > 0 THEN
    INSERT INTO public.suppression SELECT * FROM jsonb_populate_recordset(NULL::public.suppression, rows -> 'added');
  END IF;
  IF jsonb_array_length(rows -> 'lifted') > 0 THEN
    UPDATE public.suppression s SET lifted_at = at, lifted_by_consent_record_id = l.consent_record_id
    FROM jsonb_to_recordset(rows -> 'lifted') AS l(id uuid, consent_record_id uuid)
    WHERE s.organisation_id = for_organisation AND s.id = l.id;
  END IF;
  PERFORM public.store_permission(for_organisation, policy_number, rows -> 'permissions');
  RETURN public.append_entries(for_organisation, acting_member, entries);
END
$$;

REVOKE EXECUTE ON FUNCTION grown_frontier, locked_ledger_head, append_entries, member_facts, locked_facts,
  store_permission, store_decisions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION grown_frontier, locked_ledger_head, append_entries, member_facts, locked_facts,
  store_permission, store_decisions TO panel_app;
