-- A policy on its way from draft to force: who had a hand in it, what members are told, and since when they know.

ALTER TABLE "policy_draft" ADD COLUMN "editors" UUID[] NOT NULL DEFAULT '{}',
ADD COLUMN "summary" TEXT,
ADD COLUMN "kept_consents" TEXT[] NOT NULL DEFAULT '{}',
ADD COLUMN "returned_by" UUID,
ADD COLUMN "returned_at" TIMESTAMPTZ(3),
ADD COLUMN "returned_reason" TEXT;

ALTER TABLE "policy_version" ADD COLUMN "cover" JSONB,
ADD COLUMN "summary" TEXT;

ALTER TABLE "notice_due" ADD COLUMN "mailing_id" UUID;

ALTER TABLE "delivery" ADD COLUMN "notice_shown_id" UUID;

-- A draft is one until it is in force: an approved one waits for its day and may be called back. So the version is made
-- when it comes into force, and a number is never spent on what was called back.
ALTER TABLE policy_draft DROP CONSTRAINT policy_draft_approved_check;
ALTER TABLE policy_draft DROP CONSTRAINT policy_draft_two_people_check;
ALTER TABLE policy_draft
  ADD CONSTRAINT policy_draft_approved_check
    CHECK (num_nonnulls(approved_by, approved_at) IN (0, 2) AND (approved_at IS NULL OR (submitted_at <= approved_at) IS TRUE)),
  ADD CONSTRAINT policy_draft_in_force_check CHECK (policy_version_id IS NULL OR approved_at IS NOT NULL),
  ADD CONSTRAINT policy_draft_two_people_check
    CHECK (approved_by IS NULL OR (approved_by <> submitted_by AND approved_by <> edited_by AND approved_by <> ALL (editors))),
  ADD CONSTRAINT policy_draft_returned_check CHECK (num_nonnulls(returned_by, returned_at, returned_reason) IN (0, 3));
DROP INDEX policy_draft_open_key;
CREATE UNIQUE INDEX policy_draft_open_key ON policy_draft (organisation_id, panel_id) WHERE policy_version_id IS NULL;
-- What waits for its day: looked at every second.
CREATE INDEX policy_draft_waiting_idx ON policy_draft (in_force_on) WHERE approved_at IS NOT NULL AND policy_version_id IS NULL;

ALTER TABLE delivery
  ADD CONSTRAINT delivery_notice_shown_fkey FOREIGN KEY (organisation_id, notice_shown_id)
    REFERENCES notice_shown (organisation_id, id);
-- Notices of a change that were sent and of which the person's record does not know yet.
CREATE INDEX delivery_notice_to_record_idx ON delivery (settled_at)
  WHERE template = 'policy-changed' AND state = 'sent' AND notice_shown_id IS NULL;

GRANT UPDATE (mailing_id) ON notice_due TO panel_app;
