-- What staff need to change, close and cancel an activity without losing anybody, and to stop a mailing for good.
ALTER TABLE "activity" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "cancel_reason" TEXT;

ALTER TABLE "activity_session" ADD COLUMN "moved_at" TIMESTAMPTZ(3);

-- Workers look every second for mailings that were stopped and whose books are still open.
CREATE INDEX mailing_stopped_idx ON mailing (created_at) WHERE state = 'cancelled' AND finished_at IS NULL;
