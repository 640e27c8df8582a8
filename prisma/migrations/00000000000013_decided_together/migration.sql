-- Decisions of several members in one transaction (docs/decisions/0005-one-statement-ledger.md, 11): one statement locks and
-- reads for all of them, one stores for all of them. A transaction of one member takes the same two.

DROP FUNCTION locked_facts(uuid, uuid, uuid),
  store_decisions(uuid, integer, timestamptz, text[], text[], text[], jsonb, text[], uuid, text[]);

-- Generic plans: for another number of members PostgreSQL would plan anew each time, which takes longer than all the rest.

-- Locks these members and everyone of the panel who shares an address with one of them, in the order of their ids, and then
-- reads the facts of all: what others committed while we waited is among them. Returns
-- [[[member, who shares an address with them …] …], [record that the member was shown the notice, or null …], [facts …]],
-- the first two in the order of `of_members`.
CREATE FUNCTION locked_facts(of_organisation uuid, of_panel uuid, of_members uuid[], of_notice uuid) RETURNS text
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  everyone uuid[] := of_members;
  sharing uuid[];
  one uuid;
  shown uuid;
  households text;
  notices text;
  facts text;
BEGIN
  FOREACH one IN ARRAY of_members LOOP
    SELECT array_agg(other.member_id) INTO sharing FROM public.contact_point own
      JOIN public.contact_point other ON other.organisation_id = own.organisation_id
        AND other.address_hash = own.address_hash AND other.removed_at IS NULL AND other.member_id <> one
      WHERE own.organisation_id = of_organisation AND own.member_id = one;
    everyone := everyone || sharing;
    households := concat_ws(',', households, concat('["', array_to_string(one || sharing, '","'), '"]'));
  END LOOP;
  IF cardinality(everyone) > 1 THEN
    everyone := ARRAY(SELECT DISTINCT unnest(everyone) ORDER BY 1);
  END IF;
  FOREACH one IN ARRAY everyone LOOP
    PERFORM FROM public.member WHERE organisation_id = of_organisation AND id = one AND panel_id = of_panel
      FOR NO KEY UPDATE;
    IF NOT FOUND THEN everyone := array_remove(everyone, one); END IF;
  END LOOP;
  FOREACH one IN ARRAY of_members LOOP
    SELECT n.id INTO shown FROM public.notice_shown n WHERE n.organisation_id = of_organisation AND n.member_id = one
      AND n.privacy_notice_id = of_notice ORDER BY n.shown_at DESC LIMIT 1;
    notices := concat_ws(',', notices, public.quoted(shown::text));
  END LOOP;
  -- OFFSET 0: each by key, whatever the planner thinks of the number of members.
  SELECT string_agg(fact.facts, ',') INTO facts FROM unnest(everyone) AS someone(id), LATERAL (
    SELECT f.facts FROM public.member_facts f WHERE f.organisation_id = of_organisation AND f.member_id = someone.id
    OFFSET 0) AS fact;
  RETURN concat('[[', households, '],[', notices, '],[', facts, ']]');
END
$$;

-- Stores decisions and everything that follows from them, the ledger last. A decision is [id, member, purpose, channel,
-- decision, method, actor kind, actor, hash of the words, notice shown, policy version, effective at, recorded at, valid
-- until]; words are [hash, text, first used at]. `more` holds what few decisions bring: rows of suppression to add, and which
-- to lift.
CREATE FUNCTION store_decisions(for_organisation uuid, under_policy integer, decisions text[], words text[], more jsonb,
  permissions text[], acting_member uuid, entries text[]) RETURNS bigint
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  FOR i IN 1 .. coalesce(array_length(words, 1), 0) LOOP
    IF NOT EXISTS (SELECT FROM public.wording WHERE organisation_id = for_organisation AND hash = words[i][1]) THEN
      INSERT INTO public.wording (organisation_id, hash, text, language, format, first_used_at)
      VALUES (for_organisation, words[i][1], words[i][2], 'en', 'standard', words[i][3]::timestamptz) ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
  INSERT INTO public.consent_record (organisation_id, id, member_id, purpose_key, channel, decision, method, actor_kind,
    actor_ref, wording_hash, notice_shown_id, policy_version_id, effective_at, recorded_at, valid_until)
  SELECT for_organisation, decisions[i][1]::uuid, decisions[i][2]::uuid, decisions[i][3], decisions[i][4]::public.channel,
    decisions[i][5]::public.consent_decision, decisions[i][6]::public.capture_method, decisions[i][7]::public.actor_kind,
    decisions[i][8], decisions[i][9], decisions[i][10]::uuid, decisions[i][11]::uuid, decisions[i][12]::timestamptz,
    decisions[i][13]::timestamptz, decisions[i][14]::timestamptz
  FROM generate_series(1, array_length(decisions, 1)) AS i;
  IF more IS NOT NULL THEN
    INSERT INTO public.suppression SELECT * FROM jsonb_populate_recordset(NULL::public.suppression, more -> 'added');
    UPDATE public.suppression s SET lifted_at = l.at, lifted_by_consent_record_id = l.consent_record_id
    FROM jsonb_to_recordset(more -> 'lifted') AS l(id uuid, consent_record_id uuid, at timestamptz)
    WHERE s.organisation_id = for_organisation AND s.id = l.id;
  END IF;
  PERFORM public.store_permission(for_organisation, under_policy, permissions);
  RETURN public.append_entries(for_organisation, acting_member, entries);
END
$$;

REVOKE EXECUTE ON FUNCTION locked_facts(uuid, uuid, uuid[], uuid),
  store_decisions(uuid, integer, text[], text[], jsonb, text[], uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locked_facts(uuid, uuid, uuid[], uuid),
  store_decisions(uuid, integer, text[], text[], jsonb, text[], uuid, text[]) TO panel_app;
