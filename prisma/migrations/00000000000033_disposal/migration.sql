-- Disposal runs are carried out (UK GDPR 5(1)(e); law.md RT-1, RT-2; docs/decisions/0021-disposal.md). What is kept has one
-- reason each time, as foreseen in the preview and as it was on the day; a panel has one run at a time.

-- What nobody had to do any more when its turn came: the person had been erased, or the day had been put off.
ALTER TYPE "disposal_outcome" ADD VALUE 'lapsed';

ALTER TABLE "disposal_item"
  ADD COLUMN "whole" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "foreseen" TEXT,
  ADD COLUMN "held_by" TEXT;

ALTER TABLE disposal_item
  DROP CONSTRAINT disposal_item_held_check,
  -- Held by a legal hold, which it names, or by something that is no row of its own.
  ADD CONSTRAINT disposal_item_held_check CHECK ((outcome IS NOT DISTINCT FROM 'held') = (held_by IS NOT NULL)
    AND (held_by IS NOT DISTINCT FROM 'legalHold') = (legal_hold_id IS NOT NULL)),
  ADD CONSTRAINT disposal_item_held_by_check CHECK (held_by IN ('legalHold', 'openRequest', 'openComplaint',
    'restriction', 'membership', 'review', 'evidence', 'elsewhere', 'noRule')),
  ADD CONSTRAINT disposal_item_foreseen_check CHECK (foreseen IS NULL OR (NOT whole AND foreseen IN ('legalHold',
    'openRequest', 'openComplaint', 'restriction', 'membership', 'review', 'evidence', 'elsewhere', 'noRule', 'nothing')));
GRANT UPDATE (held_by) ON disposal_item TO panel_app;

-- Pages of a run, and the next person of one that is carried out.
CREATE INDEX "disposal_item_person_idx" ON "disposal_item"("organisation_id", "run_id", "subject_ref", "retention_item_id");
CREATE INDEX disposal_item_waiting_idx ON disposal_item (organisation_id, run_id, subject_ref) WHERE outcome IS NULL;

CREATE UNIQUE INDEX disposal_run_open_key ON disposal_run (organisation_id, panel_id)
  WHERE finished_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX disposal_run_approved_idx ON disposal_run (approved_at)
  WHERE approved_at IS NOT NULL AND finished_at IS NULL AND cancelled_at IS NULL;
