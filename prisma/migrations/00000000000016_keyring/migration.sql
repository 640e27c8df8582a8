-- The keys of persons (docs/ledger-erasure.md): a schema and a role of their own. The application reaches them only through
-- these functions; the keys it gets are wrapped by a key that is not in the database.

CREATE SCHEMA keyring AUTHORIZATION panel_keyring;
SET LOCAL ROLE panel_keyring;
REVOKE ALL ON SCHEMA keyring FROM PUBLIC;

-- `key_version` says which of a person's keys sealed a value; `kek_version` which key-encryption key wraps it now.
CREATE TABLE keyring.subject_key (
  organisation_id uuid NOT NULL,
  subject_ref uuid NOT NULL,
  key_version integer NOT NULL CHECK (key_version > 0),
  kek_version integer NOT NULL CHECK (kek_version > 0),
  -- Nonce (12 bytes), key (32), tag (16).
  wrapped bytea NOT NULL CHECK (octet_length(wrapped) = 60),
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organisation_id, subject_ref)
);
CREATE INDEX subject_key_kek_version_idx ON keyring.subject_key (kek_version, organisation_id, subject_ref);

-- Who was erased, so that nothing makes them a key again.
CREATE TABLE keyring.destroyed_key (
  organisation_id uuid NOT NULL,
  subject_ref uuid NOT NULL,
  destroyed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organisation_id, subject_ref)
);

-- The person's key; the offered one, if they had none. No row: they were erased.
CREATE FUNCTION keyring.take_key(of_organisation uuid, of_subject uuid, offered_version integer, offered_kek integer,
  offered bytea) RETURNS SETOF keyring.subject_key
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM keyring.destroyed_key d
    WHERE d.organisation_id = of_organisation AND d.subject_ref = of_subject)
  THEN
    RETURN;
  END IF;
  INSERT INTO keyring.subject_key (organisation_id, subject_ref, key_version, kek_version, wrapped)
    VALUES (of_organisation, of_subject, offered_version, offered_kek, offered) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT * FROM keyring.subject_key k
    WHERE k.organisation_id = of_organisation AND k.subject_ref = of_subject;
END
$$;

-- The person's key, or when it was destroyed.
CREATE FUNCTION keyring.find_key(of_organisation uuid, of_subject uuid)
RETURNS TABLE (key_version integer, kek_version integer, wrapped bytea, destroyed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT k.key_version, k.kek_version, k.wrapped, d.destroyed_at
  FROM (SELECT) AS one
  LEFT JOIN keyring.subject_key k ON k.organisation_id = of_organisation AND k.subject_ref = of_subject
  LEFT JOIN keyring.destroyed_key d ON d.organisation_id = of_organisation AND d.subject_ref = of_subject
$$;

-- Destroys the person's key for good; whether they had one.
CREATE FUNCTION keyring.destroy_key(of_organisation uuid, of_subject uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO keyring.destroyed_key (organisation_id, subject_ref) VALUES (of_organisation, of_subject)
    ON CONFLICT DO NOTHING;
  DELETE FROM keyring.subject_key k WHERE k.organisation_id = of_organisation AND k.subject_ref = of_subject;
  RETURN FOUND;
END
$$;

-- Keys that another key-encryption key than `newest` wraps: how many, and the first of them, locked.
CREATE FUNCTION keyring.count_outdated(newest integer) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*) FROM keyring.subject_key k WHERE k.kek_version <> newest
$$;
CREATE FUNCTION keyring.next_outdated(newest integer, most integer) RETURNS SETOF keyring.subject_key
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM keyring.subject_key k WHERE k.kek_version <> newest
  ORDER BY k.kek_version, k.organisation_id, k.subject_ref LIMIT most FOR UPDATE
$$;

-- The same key, wrapped anew.
CREATE FUNCTION keyring.rewrap_key(of_organisation uuid, of_subject uuid, from_kek integer, to_kek integer, rewrapped bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE keyring.subject_key k SET kek_version = to_kek, wrapped = rewrapped
    WHERE k.organisation_id = of_organisation AND k.subject_ref = of_subject AND k.kek_version = from_kek;
  RETURN FOUND;
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA keyring FROM PUBLIC;
GRANT USAGE ON SCHEMA keyring TO panel_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA keyring TO panel_app;
RESET ROLE;
