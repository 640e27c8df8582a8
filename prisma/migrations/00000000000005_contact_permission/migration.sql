-- Contact permission in a row of its own (docs/decisions/0010-permission-at-scale.md). A consent change rewrites one narrow
-- row with three indexes instead of the member's wide one with twelve, and audiences are counted from the narrow one.

-- ---------------------------------------------------------------------------------------------------------------
-- 1. The table. Every member has a row: a trigger makes it and keeps the copies of state and area true.

CREATE TABLE contact_permission (
  organisation_id uuid NOT NULL,
  member_id uuid NOT NULL,
  panel_id uuid NOT NULL,
  state member_state NOT NULL,
  area text,
  last_asked_at timestamptz(3),
  permitted bytea NOT NULL DEFAULT '\x'::bytea,
  reasons bytea NOT NULL DEFAULT '\x'::bytea,
  valid_until timestamptz(3),
  policy_number integer NOT NULL DEFAULT 0,
  CONSTRAINT contact_permission_pkey PRIMARY KEY (organisation_id, member_id)
) WITH (fillfactor = 80);

-- Places were purpose × 4 + channel; now channel × 8 + purpose, so that further channels come after all there are.
CREATE FUNCTION repacked(old bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN length(old) < 32 THEN '\x'::bytea ELSE (
    SELECT decode(string_agg(lpad(to_hex(get_byte(old, purpose * 4 + channel)), 2, '0'), '' ORDER BY channel, purpose), 'hex')
    FROM generate_series(0, 3) AS channel, generate_series(0, 7) AS purpose) END
$$;
CREATE FUNCTION permitted_in(reasons bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(decode(string_agg(lpad(to_hex(byte), 2, '0'), '' ORDER BY channel), 'hex'), '\x'::bytea) FROM (
    SELECT place / 8 AS channel, sum(CASE WHEN get_byte(reasons, place) = 0 THEN 1 << (place % 8) ELSE 0 END)::int AS byte
    FROM generate_series(0, length(reasons) - 1) AS place GROUP BY 1) AS bytes
$$;
INSERT INTO contact_permission
  SELECT organisation_id, id, panel_id, state, area, last_asked_at, permitted_in(repacked(permission_reasons)),
    repacked(permission_reasons), permission_valid_until, permission_policy_number
  FROM member;
DROP FUNCTION repacked, permitted_in;

-- Indexes after the rows. The first answers counts and lists by itself; both are partial, so Prisma leaves them alone.
CREATE INDEX contact_permission_audience_idx
  ON contact_permission (organisation_id, panel_id, area, last_asked_at) INCLUDE (permitted, member_id)
  WHERE state = 'member';
CREATE INDEX contact_permission_due_idx ON contact_permission (valid_until) WHERE valid_until IS NOT NULL;
ALTER TABLE contact_permission ADD CONSTRAINT contact_permission_member_fkey
  FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX member_audience_idx, member_permission_valid_until_idx;
ALTER TABLE member DROP COLUMN last_asked_at, DROP COLUMN permission_bits, DROP COLUMN permission_reasons,
  DROP COLUMN permission_valid_until, DROP COLUMN permission_policy_number;

-- A new member's permission is due at once: whoever makes one decides it in the same transaction, or the sweep does.
CREATE FUNCTION begin_contact_permission() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO public.contact_permission (organisation_id, member_id, panel_id, state, area, valid_until)
  VALUES (NEW.organisation_id, NEW.id, NEW.panel_id, NEW.state, NEW.area, now());
  RETURN NULL;
END
$$;
CREATE TRIGGER member_contact_permission_begun AFTER INSERT ON member
  FOR EACH ROW EXECUTE FUNCTION begin_contact_permission();

CREATE FUNCTION follow_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  UPDATE public.contact_permission SET panel_id = NEW.panel_id, state = NEW.state, area = NEW.area
  WHERE organisation_id = NEW.organisation_id AND member_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER member_contact_permission_followed AFTER UPDATE OF panel_id, state, area ON member
  FOR EACH ROW WHEN ((OLD.panel_id, OLD.state, OLD.area) IS DISTINCT FROM (NEW.panel_id, NEW.state, NEW.area))
  EXECUTE FUNCTION follow_member();

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_permission TO panel_app;

-- ---------------------------------------------------------------------------------------------------------------
-- 2. The gate's facts about a member, as one piece of JSON: lists in place of objects and milliseconds in place of
-- dates, written by concatenation, which takes a third of the time of PostgreSQL's own JSON functions.
-- lib/queries/member/load-member-facts.ts names the places.

DROP FUNCTION locked_facts, member_facts, store_decisions, store_permission, append_entries, locked_ledger_head;

CREATE FUNCTION epoch_ms(moment timestamptz) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (date_part('epoch', moment) * 1000)::bigint;
-- Text in quotes, or null. The product's own words need no escaping, and to_json does it for what is not ours.
CREATE FUNCTION quoted(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce('"' || word || '"', 'null');

CREATE VIEW member_facts WITH (security_invoker = true) AS
  SELECT m.organisation_id, m.id AS member_id, concat(
    '["', m.id, '","', m.subject_ref, '","', m.state, '",', (m.restricted_at IS NOT NULL)::text, ',',
    public.quoted(m.paused_until::text), ',', coalesce(public.epoch_ms(m.joined_at)::text, 'null'), ',',
    (m.address_line_1 IS NOT NULL AND m.postcode IS NOT NULL)::text, ',',
    (EXISTS (SELECT FROM public.notice_shown n WHERE n.organisation_id = m.organisation_id AND n.member_id = m.id))::text,
    ',[',
    (SELECT string_agg(concat('["', p.id, '","', p.kind, '","', p.address_hash, '",', to_json(right(p.normalised, 2)),
        ',', (p.verified_at IS NOT NULL)::text, ',', (p.bounced_at IS NOT NULL)::text, ',[',
        (SELECT string_agg(concat('["', s.id, '",', public.quoted(s.subject_ref::text), ',',
            coalesce(to_json(s.purpose_key)::text, 'null'), ',', public.quoted(s.channel::text), ',',
            public.epoch_ms(s.recorded_at), ']'), ',')
          FROM public.suppression s WHERE s.organisation_id = p.organisation_id AND s.address_hash = p.address_hash
            AND s.lifted_at IS NULL), ']]'), ',' ORDER BY p.created_at DESC)
      FROM public.contact_point p WHERE p.organisation_id = m.organisation_id AND p.member_id = m.id
        AND p.removed_at IS NULL), '],[',
    (SELECT string_agg('[' || to_json(c.purpose_key) || ',' || public.quoted(c.channel::text) || ',"' || c.decision
        || '","' || c.method || '",' || public.epoch_ms(c.effective_at) || ',' || public.epoch_ms(c.recorded_at) || ','
        || coalesce(public.epoch_ms(c.valid_until)::text, 'null') || ',' || (c.notice_shown_id IS NOT NULL)::text || ']', ',')
      FROM public.consent_record c WHERE c.organisation_id = m.organisation_id AND c.member_id = m.id), '],[',
    (SELECT string_agg(public.epoch_ms(coalesce(d.settled_at, d.handing_over_at))::text, ',')
      FROM public.delivery d JOIN public.mailing g ON g.organisation_id = d.organisation_id AND g.id = d.mailing_id
      WHERE d.organisation_id = m.organisation_id AND d.member_id = m.id
        AND d.state IN ('sent', 'unknown', 'handing_over') AND g.kind IN ('research', 'direct_marketing')
        AND coalesce(d.settled_at, d.handing_over_at) > now() - interval '400 days'), ']]') AS facts
  FROM public.member m;
GRANT SELECT ON member_facts TO panel_app;

-- Locks the member and everyone of the panel who shares an address with them, always in the same order, and then reads
-- the facts of all of them: what others committed while we waited is among them.
CREATE FUNCTION locked_facts(of_organisation uuid, of_panel uuid, of_member uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  sharing uuid[];
  one uuid;
  fact text;
  facts text;
BEGIN
  SELECT array_agg(other.member_id) INTO sharing FROM public.contact_point own
    JOIN public.contact_point other ON other.organisation_id = own.organisation_id
      AND other.address_hash = own.address_hash AND other.removed_at IS NULL AND other.member_id <> of_member
    WHERE own.organisation_id = of_organisation AND own.member_id = of_member;
  IF sharing IS NULL THEN
    sharing := ARRAY[of_member];
  ELSE
    sharing := ARRAY(SELECT DISTINCT unnest(sharing || of_member) ORDER BY 1);
  END IF;
  FOREACH one IN ARRAY sharing LOOP
    PERFORM FROM public.member WHERE organisation_id = of_organisation AND id = one AND panel_id = of_panel
      FOR NO KEY UPDATE;
    IF NOT FOUND THEN sharing := array_remove(sharing, one); END IF;
  END LOOP;
  FOREACH one IN ARRAY sharing LOOP
    SELECT f.facts INTO fact FROM public.member_facts f WHERE f.organisation_id = of_organisation AND f.member_id = one;
    facts := concat_ws(',', facts, fact);
  END LOOP;
  RETURN concat('[', facts, ']');
END
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- 3. What follows from decisions. Rows come as two-dimensional arrays of text, a place for each column.

-- Stores contact permission as it was decided: [member, permitted, reasons, valid until], the middle two in hexadecimal.
-- Whoever calls holds the members' locks. Who decided under an older policy than the row knows came late: due again.
CREATE FUNCTION store_permission(of_organisation uuid, under_policy integer, decided text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1 .. coalesce(array_length(decided, 1), 0) LOOP
    UPDATE public.contact_permission SET permitted = decode(decided[i][2], 'hex'), reasons = decode(decided[i][3], 'hex'),
      valid_until = CASE WHEN policy_number > under_policy THEN now() ELSE decided[i][4]::timestamptz END,
      policy_number = greatest(policy_number, under_policy)
    WHERE organisation_id = of_organisation AND member_id = decided[i][1]::uuid;
  END LOOP;
END
$$;

-- The same for many at once, by a run over all members: rows that would stay as they are are left alone.
CREATE FUNCTION store_permissions(of_organisation uuid, under_policy integer, members uuid[], permitteds bytea[],
  reasonses bytea[], ends timestamptz[]) RETURNS bigint
LANGUAGE sql AS $$
  WITH changed AS (
    UPDATE public.contact_permission p SET permitted = d.permitted, reasons = d.reasons, valid_until = d.valid_until,
      policy_number = under_policy
    FROM unnest(members, permitteds, reasonses, ends) AS d(member_id, permitted, reasons, valid_until)
    WHERE p.organisation_id = of_organisation AND p.member_id = d.member_id AND p.policy_number <= under_policy
      AND (p.permitted, p.reasons, p.valid_until, p.policy_number)
        IS DISTINCT FROM (d.permitted, d.reasons, d.valid_until, under_policy)
    RETURNING 1)
  SELECT count(*) FROM changed
$$;

-- Appends entries in the order given and returns the number of the last. An entry comes as
-- [five pieces of its canonical bytes, effective at, event type, panel, subject, purpose, channel, actor kind, actor]
-- (lib/ledger/append.ts); here the pieces are joined by what only the database knows: the reference of the member who
-- acts, the epoch, the time and the number. An advisory lock orders the appends of an organisation: those who wait for it
-- cost less than those who wait for a row, and the statement after it sees what the one before committed. The commit does
-- not keep the lock until the disk has answered: whoever appends waits for the disk after it, before they acknowledge
-- (lib/db/transaction.ts).
CREATE FUNCTION append_entries(for_organisation uuid, acting_member uuid, entries text[]) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  head public.ledger_head;
  recorded timestamptz(3);
  recorded_text text;
  member_ref text;
  actor text;
  bytes bytea;
  leaf bytea;
BEGIN
  IF acting_member IS NOT NULL THEN
    SELECT subject_ref::text INTO STRICT member_ref FROM public.member
      WHERE organisation_id = for_organisation AND id = acting_member;
  END IF;
  PERFORM set_config('synchronous_commit', 'off', true);
  PERFORM pg_advisory_xact_lock(hashtextextended(for_organisation::text, 7));
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
    head.frontier := public.grown_frontier(head.frontier, head.seq, leaf);
    head.seq := head.seq + 1;
    INSERT INTO public.ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, recorded_at, effective_at,
      event_type, panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref)
    VALUES (for_organisation, head.seq, bytes, leaf, head.chain_hash, recorded, entries[i][6]::timestamptz,
      entries[i][7], entries[i][8]::uuid, entries[i][9]::uuid, entries[i][10], entries[i][11]::public.channel,
      entries[i][12]::public.actor_kind, actor);
  END LOOP;
  UPDATE public.ledger_head SET seq = head.seq, chain_hash = head.chain_hash, frontier = head.frontier,
    recorded_at = recorded WHERE organisation_id = for_organisation;
  RETURN head.seq;
END
$$;

-- Stores decisions and everything that follows from them, the ledger last. A decision is
-- [id, purpose, channel, decision, valid until, hash of the words]; `about` is what they have in common:
-- [member, method, actor kind, actor, notice shown, policy version, effective at]; `words` is [hash, text].
-- `more` holds what few decisions bring: rows of suppression to add, and which to lift.
CREATE FUNCTION store_decisions(for_organisation uuid, under_policy integer, at timestamptz, about text[],
  decisions text[], words text[], more jsonb, permissions text[], acting_member uuid, entries text[]) RETURNS bigint
LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1 .. coalesce(array_length(words, 1), 0) LOOP
    IF NOT EXISTS (SELECT FROM public.wording WHERE organisation_id = for_organisation AND hash = words[i][1]) THEN
      INSERT INTO public.wording (organisation_id, hash, text, language, format, first_used_at)
      VALUES (for_organisation, words[i][1], words[i][2], 'en', 'standard', at) ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
  FOR i IN 1 .. coalesce(array_length(decisions, 1), 0) LOOP
    INSERT INTO public.consent_record (organisation_id, id, member_id, purpose_key, channel, decision, method, actor_kind,
      actor_ref, wording_hash, notice_shown_id, policy_version_id, effective_at, recorded_at, valid_until)
    VALUES (for_organisation, decisions[i][1]::uuid, about[1]::uuid, decisions[i][2], decisions[i][3]::public.channel,
      decisions[i][4]::public.consent_decision, about[2]::public.capture_method, about[3]::public.actor_kind, about[4],
      decisions[i][6], about[5]::uuid, about[6]::uuid, about[7]::timestamptz, at, decisions[i][5]::timestamptz);
  END LOOP;
  IF more IS NOT NULL THEN
    INSERT INTO public.suppression SELECT * FROM jsonb_populate_recordset(NULL::public.suppression, more -> 'added');
    UPDATE public.suppression s SET lifted_at = at, lifted_by_consent_record_id = l.consent_record_id
    FROM jsonb_to_recordset(more -> 'lifted') AS l(id uuid, consent_record_id uuid)
    WHERE s.organisation_id = for_organisation AND s.id = l.id;
  END IF;
  PERFORM public.store_permission(for_organisation, under_policy, permissions);
  RETURN public.append_entries(for_organisation, acting_member, entries);
END
$$;

REVOKE EXECUTE ON FUNCTION begin_contact_permission, follow_member, epoch_ms, quoted, append_entries, locked_facts,
  store_permission, store_permissions, store_decisions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION epoch_ms, quoted, append_entries, locked_facts, store_permission, store_permissions,
  store_decisions TO panel_app;

-- ---------------------------------------------------------------------------------------------------------------
-- 4. Runs over all members of a panel: a review decides everyone again under another policy, a check compares what is
-- stored with what the gate says afresh and changes nothing. How far one came is committed with each part.

CREATE TYPE permission_run_kind AS ENUM ('review', 'check');
CREATE TABLE permission_run (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  panel_id uuid NOT NULL,
  kind permission_run_kind NOT NULL,
  policy_number integer NOT NULL,
  started_at timestamptz(3) NOT NULL,
  through uuid,
  members integer NOT NULL DEFAULT 0,
  differing integer NOT NULL DEFAULT 0,
  finished_at timestamptz(3),
  CONSTRAINT permission_run_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT permission_run_differing_check CHECK (differing BETWEEN 0 AND members)
);
CREATE INDEX permission_run_started_at_idx ON permission_run (organisation_id, panel_id, kind, started_at DESC);
CREATE UNIQUE INDEX permission_run_open_key ON permission_run (organisation_id, panel_id, kind) WHERE finished_at IS NULL;
ALTER TABLE permission_run ADD CONSTRAINT permission_run_panel_fkey
  FOREIGN KEY (organisation_id, panel_id) REFERENCES panel (organisation_id, id);
GRANT SELECT, INSERT, UPDATE ON permission_run TO panel_app;
