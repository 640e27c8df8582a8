-- Evidence is not changed without saying so in the ledger: looked at when the transaction commits, so that the entry may
-- come last, as it must (docs/decisions/0019-receipts.md). It holds for the application's role. A transaction that says it
-- arranges is let through: demo data and tests do so, and no use-case (prisma/seed/insert-rows.ts).

CREATE FUNCTION must_be_in_the_ledger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.ledger_head
      WHERE organisation_id = NEW.organisation_id AND xmin = pg_current_xact_id()::xid)
    OR current_user <> 'panel_app' OR current_setting('panel.arranging', true) = 'on'
  THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% was changed and the ledger does not say so', TG_TABLE_NAME USING ERRCODE = 'RP003';
END
$$;

-- What is written once, and what may change and is evidence each time.
DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM (VALUES
    ('consent_record', 'INSERT'),
    ('consent_evidence', 'INSERT'),
    ('soft_opt_in_evidence', 'INSERT'),
    ('notice_shown', 'INSERT'),
    ('suppression', 'INSERT OR UPDATE'),
    ('tps_screening', 'INSERT'),
    ('list_upload', 'UPDATE OF applied_at'),
    ('policy_version', 'INSERT'),
    ('policy_draft', 'INSERT OR UPDATE OF document, submitted_at, approved_at, returned_at'),
    ('privacy_notice', 'INSERT'),
    ('accountability_record', 'INSERT OR UPDATE'),
    ('role_grant', 'INSERT OR UPDATE'),
    ('member', 'INSERT OR UPDATE OF state, given_name, family_name, address_line_1, postcode, paused_until, restricted_at'),
    ('contact_point', 'UPDATE OF verified_at'),
    ('monitoring_answer', 'INSERT OR UPDATE'),
    ('adjustment', 'INSERT OR UPDATE'),
    ('representative', 'INSERT OR UPDATE'),
    ('application', 'INSERT OR UPDATE OF outcome, decided_at'),
    ('rsvp', 'INSERT OR UPDATE'),
    ('attendance', 'INSERT OR UPDATE'),
    ('survey_response', 'INSERT OR UPDATE'),
    ('draw', 'INSERT OR UPDATE'),
    ('mailing', 'INSERT'),
    ('data_subject_request', 'INSERT OR UPDATE'),
    ('request_clock_event', 'INSERT OR UPDATE'),
    ('recipient_notification', 'INSERT OR UPDATE'),
    ('complaint', 'INSERT OR UPDATE'),
    ('monitoring_stop_notice', 'INSERT OR UPDATE'),
    ('incident', 'INSERT OR UPDATE'),
    ('disclosure', 'INSERT OR UPDATE'),
    ('legal_hold', 'INSERT OR UPDATE'),
    ('disposal_run', 'INSERT OR UPDATE'),
    ('disposal_certificate', 'INSERT OR UPDATE')) AS e(evidence, changes)
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION must_be_in_the_ledger()', each.evidence || '_in_ledger', each.changes, each.evidence);
  END LOOP;
END
$$;

-- A draft is nobody's evidence, and how far a mailing is on its way is counted when it has finished.
CREATE CONSTRAINT TRIGGER activity_in_ledger AFTER UPDATE OF state ON activity DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION must_be_in_the_ledger();
CREATE CONSTRAINT TRIGGER mailing_state_in_ledger AFTER UPDATE OF state ON mailing DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> NEW.state AND (NEW.state IN ('paused', 'cancelled', 'finished') OR OLD.state = 'paused'))
  EXECUTE FUNCTION must_be_in_the_ledger();
