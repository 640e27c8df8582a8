-- Decisions that reached us on paper, by phone, in person or in a list from elsewhere: what proves each of them, beside
-- the record of it (UK GDPR 7(1); law.md CN-2, CN-9). A list waits in list_upload until somebody who checked it confirms it.

ALTER TYPE list_upload_kind ADD VALUE 'decision';

CREATE TABLE consent_evidence (
  organisation_id uuid NOT NULL,
  consent_record_id uuid NOT NULL,
  list_upload_id uuid,
  stated_method capture_method NOT NULL,
  script_version text,
  recorded_by text,
  evidence text,
  CONSTRAINT consent_evidence_pkey PRIMARY KEY (organisation_id, consent_record_id),
  CONSTRAINT consent_evidence_length_check
    CHECK (length(script_version) <= 100 AND length(recorded_by) <= 100 AND length(evidence) <= 200)
);
CREATE INDEX consent_evidence_list_idx ON consent_evidence (organisation_id, list_upload_id);
-- The record itself is stored at the end of the transaction, with the ledger (store_decisions).
ALTER TABLE consent_evidence ADD CONSTRAINT consent_evidence_consent_record_fkey
  FOREIGN KEY (organisation_id, consent_record_id) REFERENCES consent_record (organisation_id, id)
  DEFERRABLE INITIALLY DEFERRED;
GRANT SELECT, INSERT ON consent_evidence TO panel_app;
CREATE TRIGGER consent_evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence();
ALTER TABLE consent_evidence ENABLE ALWAYS TRIGGER consent_evidence_append_only;
