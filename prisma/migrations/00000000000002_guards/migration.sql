-- Guards: who may touch what, what may never change, what may never be stored.
-- Applied by the owner role (panel_owner). The application's role (panel_app) gets only what is listed here.

-- ---------------------------------------------------------------------------------------------------------------
-- 1. Grants. Evidence can be read and added to; nothing else.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO panel_app;
GRANT SELECT ON _prisma_migrations TO panel_app;

GRANT SELECT, INSERT ON
  ledger_entry, wording, notice_shown, consent_record, gate_decision, policy_version, privacy_notice
TO panel_app;

GRANT SELECT, INSERT, UPDATE (lifted_at, lifted_by_consent_record_id) ON suppression TO panel_app;
GRANT SELECT, INSERT, UPDATE ON ledger_head TO panel_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  organisation, panel, staff, role_grant, staff_account, sign_in_request, sign_in_session, rate_limit,
  join_request, member, contact_point, member_attribute, monitoring_answer, adjustment,
  activity, activity_session, invitation, rsvp, attendance, survey_response,
  mailing, delivery, retention_item, worker_heartbeat
TO panel_app;

-- ---------------------------------------------------------------------------------------------------------------
-- 2. Append-only, for the owner too. SQLSTATE RP001 is ours, so that code can tell this refusal from a bug.
-- ENABLE ALWAYS: the triggers also fire when session_replication_role is "replica".

CREATE FUNCTION refuse_change_of_evidence() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RP001';
END
$$;

DO $$
DECLARE evidence text;
BEGIN
  FOREACH evidence IN ARRAY ARRAY['ledger_entry', 'wording', 'notice_shown', 'consent_record', 'gate_decision',
    'policy_version', 'privacy_notice']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()', evidence || '_append_only', evidence);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', evidence, evidence || '_append_only');
  END LOOP;
END
$$;

-- A suppression may be lifted, once. Everything else about it stays as it was.
CREATE FUNCTION refuse_change_of_suppression() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL
    AND (to_jsonb(NEW) - 'lifted_at' - 'lifted_by_consent_record_id')
      = (to_jsonb(OLD) - 'lifted_at' - 'lifted_by_consent_record_id')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a suppression may only be lifted, once' USING ERRCODE = 'RP001';
END
$$;
CREATE TRIGGER suppression_lift_only BEFORE UPDATE ON suppression
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_suppression();
CREATE TRIGGER suppression_kept BEFORE DELETE OR TRUNCATE ON suppression
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence();
ALTER TABLE suppression ENABLE ALWAYS TRIGGER suppression_lift_only;
ALTER TABLE suppression ENABLE ALWAYS TRIGGER suppression_kept;

-- The head of a chain only moves forward.
CREATE FUNCTION refuse_step_back() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.organisation_id = OLD.organisation_id AND NEW.seq > OLD.seq AND NEW.epoch >= OLD.epoch
    AND NEW.recorded_at >= OLD.recorded_at
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the head of a ledger only moves forward' USING ERRCODE = 'RP001';
END
$$;
CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head
  FOR EACH ROW EXECUTE FUNCTION refuse_step_back();
CREATE TRIGGER ledger_head_kept BEFORE DELETE OR TRUNCATE ON ledger_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence();
ALTER TABLE ledger_head ENABLE ALWAYS TRIGGER ledger_head_forward;
ALTER TABLE ledger_head ENABLE ALWAYS TRIGGER ledger_head_kept;

-- ---------------------------------------------------------------------------------------------------------------
-- 3. Links between evidence that Prisma's models do not draw. Both ends are kept for ever, or deferred to commit.

-- No message without the decision that permits it (DESIGN 2.2).
ALTER TABLE delivery
  ADD CONSTRAINT delivery_gate_decision_fkey FOREIGN KEY (organisation_id, gate_decision_id)
    REFERENCES gate_decision (organisation_id, id),
  ADD CONSTRAINT delivery_hand_over_decision_fkey FOREIGN KEY (organisation_id, hand_over_decision_id)
    REFERENCES gate_decision (organisation_id, id);

ALTER TABLE consent_record
  ADD CONSTRAINT consent_record_notice_shown_fkey FOREIGN KEY (organisation_id, notice_shown_id)
    REFERENCES notice_shown (organisation_id, id) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT consent_record_policy_version_fkey FOREIGN KEY (organisation_id, policy_version_id)
    REFERENCES policy_version (organisation_id, id);

ALTER TABLE notice_shown
  ADD CONSTRAINT notice_shown_privacy_notice_fkey FOREIGN KEY (organisation_id, privacy_notice_id)
    REFERENCES privacy_notice (organisation_id, id);

ALTER TABLE privacy_notice
  ADD CONSTRAINT privacy_notice_policy_version_fkey FOREIGN KEY (organisation_id, policy_version_id)
    REFERENCES policy_version (organisation_id, id);

ALTER TABLE panel
  ADD CONSTRAINT panel_policy_version_fkey FOREIGN KEY (organisation_id, policy_version_id)
    REFERENCES policy_version (organisation_id, id) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT panel_privacy_notice_fkey FOREIGN KEY (organisation_id, privacy_notice_id)
    REFERENCES privacy_notice (organisation_id, id) DEFERRABLE INITIALLY DEFERRED;

-- ---------------------------------------------------------------------------------------------------------------
-- 4. What may never be stored.

ALTER TABLE organisation ADD CONSTRAINT organisation_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE panel ADD CONSTRAINT panel_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE policy_version
  ADD CONSTRAINT policy_version_number_check CHECK (number > 0),
  ADD CONSTRAINT policy_version_document_hash_check CHECK (document_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE privacy_notice
  ADD CONSTRAINT privacy_notice_number_check CHECK (number > 0),
  ADD CONSTRAINT privacy_notice_content_hash_check CHECK (content_hash ~ '^[0-9a-f]{64}$');

-- The words are what their hash says, so a record that names the hash names the words.
ALTER TABLE wording
  ADD CONSTRAINT wording_nfc_check CHECK (text IS NFC NORMALIZED),
  ADD CONSTRAINT wording_hash_check CHECK (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'));

ALTER TABLE consent_record
  ADD CONSTRAINT consent_record_valid_until_check
    CHECK (valid_until IS NULL OR (decision = 'given' AND valid_until > effective_at));

-- I7: only a decision by the person, evidenced, lifts a suppression.
ALTER TABLE suppression
  ADD CONSTRAINT suppression_lifted_check CHECK (num_nonnulls(lifted_at, lifted_by_consent_record_id) IN (0, 2));

ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_seq_check CHECK (seq > 0),
  ADD CONSTRAINT ledger_entry_leaf_hash_check CHECK (leaf_hash = sha256('\x00'::bytea || bytes)),
  ADD CONSTRAINT ledger_entry_chain_hash_check CHECK (octet_length(chain_hash) = 32);
ALTER TABLE ledger_head
  ADD CONSTRAINT ledger_head_seq_check CHECK (seq >= 0 AND epoch > 0),
  ADD CONSTRAINT ledger_head_chain_hash_check CHECK (octet_length(chain_hash) = 32),
  ADD CONSTRAINT ledger_head_frontier_check CHECK (cardinality(frontier) = bit_count(seq::bit(64)));

-- I10: no special category answer without its Article 9 condition.
ALTER TABLE monitoring_answer
  ADD CONSTRAINT monitoring_answer_art9_condition_check CHECK (art9_condition ~ '\S');
ALTER TABLE adjustment
  ADD CONSTRAINT adjustment_art9_condition_check CHECK (art9_condition ~ '\S');

ALTER TABLE sign_in_session
  ADD CONSTRAINT sign_in_session_one_person_check CHECK (num_nonnulls(member_id, staff_id) = 1),
  ADD CONSTRAINT sign_in_session_member_organisation_check
    CHECK (member_id IS NULL OR organisation_id IS NOT NULL),
  ADD CONSTRAINT sign_in_session_expires_at_check CHECK (expires_at > created_at);
ALTER TABLE sign_in_request
  ADD CONSTRAINT sign_in_request_attempts_check CHECK (attempts >= 0),
  ADD CONSTRAINT sign_in_request_expires_at_check CHECK (expires_at > created_at);
ALTER TABLE join_request
  ADD CONSTRAINT join_request_expires_at_check CHECK (expires_at > created_at),
  ADD CONSTRAINT join_request_confirmed_check CHECK (confirmed_at IS NULL OR submitted_at IS NOT NULL);
ALTER TABLE role_grant
  ADD CONSTRAINT role_grant_revoked_at_check CHECK (revoked_at >= granted_at);

ALTER TABLE contact_point
  ADD CONSTRAINT contact_point_normalised_check CHECK (normalised ~ '^\S+$');

ALTER TABLE activity_session
  ADD CONSTRAINT activity_session_capacity_check CHECK (capacity > 0),
  ADD CONSTRAINT activity_session_ends_at_check CHECK (ends_at > starts_at);

ALTER TABLE mailing
  ADD CONSTRAINT mailing_matched_check CHECK (matched >= 0),
  ADD CONSTRAINT mailing_finished_check CHECK (state <> 'finished' OR finished_at IS NOT NULL),
  ADD CONSTRAINT mailing_paused_check CHECK (state <> 'paused' OR paused_reason IS NOT NULL),
  ADD CONSTRAINT mailing_content_hash_check CHECK (content_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE delivery
  ADD CONSTRAINT delivery_attempts_check CHECK (attempts >= 0),
  ADD CONSTRAINT delivery_claimed_check
    CHECK (state <> 'claimed' OR num_nonnulls(claimed_by, lease_until) = 2),
  ADD CONSTRAINT delivery_handing_over_check CHECK (state <> 'handing_over' OR handing_over_at IS NOT NULL),
  ADD CONSTRAINT delivery_settled_check
    CHECK ((state IN ('sent', 'failed', 'suppressed', 'unknown')) = (settled_at IS NOT NULL)),
  -- Sent means: decided again at hand-over, and handed over.
  ADD CONSTRAINT delivery_sent_check
    CHECK (state <> 'sent' OR num_nonnulls(handing_over_at, hand_over_decision_id) = 2);

ALTER TABLE retention_item
  ADD CONSTRAINT retention_item_due_on_check CHECK (due_on >= triggered_on);

-- ---------------------------------------------------------------------------------------------------------------
-- 5. Indexes that Prisma's schema cannot say.

-- Audience counts answer from the index alone (performance.md A5).
CREATE INDEX member_audience_idx ON member (organisation_id, panel_id, area, last_asked_at)
  INCLUDE (permission_bits, id);

-- Staff look a member up by the beginning of a name, reference or postcode.
CREATE INDEX member_sort_name_prefix_idx ON member (organisation_id, panel_id, sort_name text_pattern_ops, id);
CREATE INDEX member_given_name_prefix_idx
  ON member (organisation_id, panel_id, lower(given_name) text_pattern_ops, id);
CREATE INDEX member_reference_prefix_idx ON member (organisation_id, panel_id, reference text_pattern_ops);
CREATE INDEX member_postcode_prefix_idx ON member (organisation_id, panel_id, postcode text_pattern_ops)
  WHERE postcode IS NOT NULL;
CREATE INDEX member_area_sort_name_idx ON member (organisation_id, panel_id, area, sort_name, id);

-- What waits to be sent, what is at work, and what is due: workers look every few seconds, whatever the size of the past.
CREATE INDEX delivery_waiting_mail_idx ON delivery (queued_at) WHERE state = 'queued' AND mailing_id IS NULL;
CREATE INDEX delivery_waiting_mailing_idx ON delivery (organisation_id, mailing_id, id) WHERE state = 'queued';
CREATE INDEX delivery_held_idx ON delivery (lease_until) WHERE state IN ('claimed', 'handing_over');
CREATE INDEX delivery_unknown_mail_idx ON delivery (settled_at) WHERE state = 'unknown' AND mailing_id IS NULL;
CREATE INDEX mailing_at_work_idx ON mailing (state) WHERE state IN ('expanding', 'sending');

-- A role is granted once at a time.
CREATE UNIQUE INDEX role_grant_active_key ON role_grant (organisation_id, panel_id, staff_id, role)
  WHERE revoked_at IS NULL;

-- The trail filtered by purpose and event together.
CREATE INDEX ledger_entry_purpose_event_idx
  ON ledger_entry (organisation_id, panel_id, purpose_key, event_type, seq);

-- Retention still to do, by rule and day.
CREATE INDEX retention_item_open_idx ON retention_item (organisation_id, panel_id, due_on, id)
  INCLUDE (rule_key, action) WHERE settled_at IS NULL;

CREATE INDEX rate_limit_expire_idx ON rate_limit (expire);

-- The head is one row rewritten at every append: leave room for the new version on its page.
ALTER TABLE ledger_head SET (fillfactor = 50);
