-- While a ledger is behind what was published of it, nothing is added to it; but somebody must be able to sign in and look,
-- and that they did is evidence. Such entries wait here, made ready for append_entries but for their place in the chain, and
-- the recovery adds them (docs/decisions/0016-sealed-and-erased.md, 11).

CREATE TABLE "waiting_entry" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "waiting_since" TIMESTAMPTZ(3) NOT NULL,
  "pieces" TEXT[],
  CONSTRAINT "waiting_entry_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT waiting_entry_pieces_check CHECK (coalesce(cardinality(pieces), 0) = 13)
);
GRANT SELECT, INSERT, DELETE ON waiting_entry TO panel_app;

-- Only the recovery takes them away, for it adds them to the ledger in the same transaction.
CREATE FUNCTION kept_until_recovered() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF current_setting('panel.recovering', true) IS DISTINCT FROM OLD.organisation_id::text THEN
    RAISE EXCEPTION 'an entry that waits is taken by the recovery alone' USING ERRCODE = 'RP001';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER waiting_entry_kept BEFORE DELETE ON waiting_entry
  FOR EACH ROW EXECUTE FUNCTION kept_until_recovered();
ALTER TABLE waiting_entry ENABLE ALWAYS TRIGGER waiting_entry_kept;

-- As before (migration 18), and an entry that waits is one; what is taken away may be evidence too.
CREATE OR REPLACE FUNCTION must_be_in_the_ledger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  own CONSTANT uuid := coalesce(NEW.organisation_id, OLD.organisation_id);
BEGIN
  IF EXISTS (SELECT FROM public.ledger_head WHERE organisation_id = own AND xmin = pg_current_xact_id()::xid)
    OR current_user <> 'panel_app' OR current_setting('panel.arranging', true) = 'on'
    OR EXISTS (SELECT FROM public.waiting_entry WHERE organisation_id = own AND xmin = pg_current_xact_id()::xid)
  THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% was changed and the ledger does not say so', TG_TABLE_NAME USING ERRCODE = 'RP003';
END
$$;

-- What came after the list of migration 18, and of the ledger's own tables those whose changes are acts of somebody.
DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM (VALUES
    ('objection_outcome', '', 'INSERT', ''),
    ('member', '_marks', 'UPDATE OF deceased_at, do_not_visit_at, preferred_format', ''),
    ('contact_point', '_marks', 'UPDATE OF corporate_at, calls_welcome_at, calls_unwelcome_at', ''),
    ('checkpoint_recipient', '', 'INSERT OR DELETE', ''),
    ('evidence_pack', '', 'INSERT', ''),
    ('ledger_epoch', '', 'INSERT OR UPDATE OF sealed_at', ''),
    -- That it is behind cannot be an entry: the recovery tells of it.
    ('ledger_hold', '', 'INSERT', 'WHEN (NEW.reason <> ''behind'')'),
    ('ledger_hold', '_release', 'UPDATE OF released_at', '')) AS e(evidence, part, changes, condition)
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW %s EXECUTE FUNCTION must_be_in_the_ledger()', each.evidence || each.part || '_in_ledger', each.changes,
      each.evidence, each.condition);
  END LOOP;
END
$$;
