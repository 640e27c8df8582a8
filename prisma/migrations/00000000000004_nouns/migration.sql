-- The nouns that DESIGN section 5 names and no table held: applications, representatives, places by lot, rights requests and
-- complaints, incidents and disclosures, holds and disposal, policy drafts and accountability, and evidence for the gate.

-- CreateEnum
CREATE TYPE "policy_change" AS ENUM ('first', 'minor', 'material');

-- CreateEnum
CREATE TYPE "accountability_kind" AS ENUM ('lia', 'dpia', 'appropriate_policy_document');

-- CreateEnum
CREATE TYPE "hold_ground" AS ENUM ('legal_claim', 'open_request', 'open_complaint', 'restriction');

-- CreateEnum
CREATE TYPE "disposal_outcome" AS ENUM ('disposed', 'held', 'failed');

-- CreateEnum
CREATE TYPE "tps_screening_result" AS ENUM ('clear', 'listed');

-- CreateEnum
CREATE TYPE "soft_opt_in_context" AS ENUM ('sale', 'support', 'other');

-- CreateEnum
CREATE TYPE "detail_collector" AS ENUM ('controller', 'group_company', 'third_party');

-- CreateEnum
CREATE TYPE "opt_out_offer" AS ENUM ('not_offered', 'offered', 'used');

-- CreateEnum
CREATE TYPE "incident_risk" AS ENUM ('unlikely', 'likely', 'high');

-- CreateEnum
CREATE TYPE "lawful_basis" AS ENUM ('consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'recognised_legitimate_interest', 'legitimate_interests');

-- CreateEnum
CREATE TYPE "annex1_condition" AS ENUM ('disclosure_for_public_task', 'national_security', 'emergency', 'crime', 'safeguarding');

-- CreateEnum
CREATE TYPE "waiting_list_outcome" AS ENUM ('accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "application_outcome" AS ENUM ('accepted', 'unsuccessful', 'withdrawn');

-- CreateEnum
CREATE TYPE "representative_kind" AS ENUM ('advocate', 'written_authority', 'power_of_attorney', 'deputy', 'guardian');

-- CreateEnum
CREATE TYPE "representative_scope" AS ENUM ('choices', 'participation', 'requests', 'complaints');

-- CreateEnum
CREATE TYPE "request_kind" AS ENUM ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection');

-- CreateEnum
CREATE TYPE "request_outcome" AS ENUM ('done', 'partly_done', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "request_clock_kind" AS ENUM ('identity_asked', 'identity_received', 'authority_asked', 'authority_received', 'fee_asked', 'fee_paid', 'clarification_asked', 'clarification_received', 'extended');

-- AlterTable
ALTER TABLE "activity_session" ADD COLUMN     "recording_notice" TEXT;

-- AlterTable
ALTER TABLE "policy_version" ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "change" "policy_change",
ADD COLUMN     "drafted_by" UUID;

-- AlterTable
ALTER TABLE "suppression" ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "recorded_by" UUID;

-- CreateTable
CREATE TABLE "policy_draft" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "base_number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "edited_by" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "in_force_on" DATE,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "policy_version_id" UUID,

    CONSTRAINT "policy_draft_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "notice_due" (
    "organisation_id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_due_pkey" PRIMARY KEY ("organisation_id","policy_version_id")
);

-- CreateTable
CREATE TABLE "accountability_record" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "accountability_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accountability_record_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "member_id" UUID,
    "ground" "hold_ground" NOT NULL,
    "reason" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "review_on" DATE NOT NULL,
    "placed_by" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by" UUID,
    "release_approved_by" UUID,
    "release_reason" TEXT,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "disposal_run" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "items_hash" TEXT NOT NULL,
    "simulated_by" UUID NOT NULL,
    "simulated_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "disposal_run_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "disposal_item" (
    "organisation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "retention_item_id" UUID NOT NULL,
    "subject_ref" UUID NOT NULL,
    "rule_key" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "action" "retention_action" NOT NULL,
    "outcome" "disposal_outcome",
    "legal_hold_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "disposal_item_pkey" PRIMARY KEY ("organisation_id","run_id","retention_item_id")
);

-- CreateTable
CREATE TABLE "disposal_certificate" (
    "organisation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disposal_certificate_pkey" PRIMARY KEY ("organisation_id","run_id")
);

-- CreateTable
CREATE TABLE "tps_screening" (
    "organisation_id" UUID NOT NULL,
    "number_hash" TEXT NOT NULL,
    "screened_on" DATE NOT NULL,
    "result" "tps_screening_result" NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tps_screening_pkey" PRIMARY KEY ("organisation_id","number_hash","screened_on","result")
);

-- CreateTable
CREATE TABLE "soft_opt_in_evidence" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "context" "soft_opt_in_context" NOT NULL,
    "collected_by" "detail_collector" NOT NULL,
    "opt_out" "opt_out_offer" NOT NULL,
    "wording_hash" TEXT,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "soft_opt_in_evidence_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "incident" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "aware_at" TIMESTAMPTZ(3) NOT NULL,
    "facts" TEXT NOT NULL,
    "people_affected" INTEGER,
    "risk" "incident_risk",
    "effects" TEXT,
    "remedy" TEXT,
    "reported_at" TIMESTAMPTZ(3),
    "report_reference" TEXT,
    "late_reason" TEXT,
    "people_told_at" TIMESTAMPTZ(3),
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "subject_refs" UUID[],
    "recipient" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "lawful_basis" "lawful_basis" NOT NULL,
    "annex1_condition" "annex1_condition",
    "necessity" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "disclosed_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "draw" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "targets" JSONB NOT NULL,
    "pool" JSONB NOT NULL,
    "algorithm" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "result" UUID[],
    "reserves" UUID[],
    "drawn_by" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "waiting_list_place" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3),
    "offer_expires_at" TIMESTAMPTZ(3),
    "outcome" "waiting_list_outcome",
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_list_place_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "activity_document" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_document_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "application_round" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "decide_by" DATE NOT NULL,
    "places" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_round_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "application" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "outcome" "application_outcome",
    "reason" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "representative" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "representative_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT,
    "scope" "representative_scope"[],
    "evidence" TEXT NOT NULL,
    "evidence_seen_on" DATE NOT NULL,
    "checked_by" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "expires_on" DATE,
    "ended_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "representative_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "data_subject_request" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "kind" "request_kind" NOT NULL,
    "subject_ref" UUID,
    "requester_name" TEXT,
    "reply_to" TEXT,
    "representative_id" UUID,
    "method" "capture_method" NOT NULL,
    "details" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "handled_by" UUID,
    "outcome" "request_outcome",
    "outcome_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_subject_request_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "request_clock_event" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" "request_clock_kind" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_clock_event_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "recipient_notification" (
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "recipient_key" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "not_told_reason" TEXT,

    CONSTRAINT "recipient_notification_pkey" PRIMARY KEY ("organisation_id","request_id","recipient_key")
);

-- CreateTable
CREATE TABLE "complaint" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "subject_ref" UUID,
    "complainant_name" TEXT,
    "reply_to" TEXT,
    "method" "capture_method" NOT NULL,
    "details" TEXT NOT NULL,
    "housing_case_reference" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledge_by" DATE NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "progress_told_at" TIMESTAMPTZ(3),
    "handled_by" UUID,
    "outcome" TEXT,
    "outcome_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "monitoring_stop_notice" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "method" "capture_method" NOT NULL,
    "received_on" DATE NOT NULL,
    "stops_on" DATE NOT NULL,
    "withdrawn_on" DATE,

    CONSTRAINT "monitoring_stop_notice_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accountability_record_number_key" ON "accountability_record"("organisation_id", "panel_id", "key", "number");

-- CreateIndex
CREATE INDEX "legal_hold_review_on_idx" ON "legal_hold"("organisation_id", "panel_id", "review_on");

-- CreateIndex
CREATE INDEX "disposal_run_simulated_at_idx" ON "disposal_run"("organisation_id", "panel_id", "simulated_at" DESC);

-- CreateIndex
CREATE INDEX "soft_opt_in_evidence_member_idx" ON "soft_opt_in_evidence"("organisation_id", "member_id", "collected_at");

-- CreateIndex
CREATE INDEX "incident_aware_at_idx" ON "incident"("organisation_id", "panel_id", "aware_at" DESC);

-- CreateIndex
CREATE INDEX "disclosure_disclosed_at_idx" ON "disclosure"("organisation_id", "panel_id", "disclosed_at" DESC);

-- CreateIndex
CREATE INDEX "disclosure_subject_refs_idx" ON "disclosure" USING GIN ("subject_refs");

-- CreateIndex
CREATE INDEX "draw_activity_idx" ON "draw"("organisation_id", "activity_id", "drawn_at");

-- CreateIndex
CREATE INDEX "waiting_list_place_member_idx" ON "waiting_list_place"("organisation_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_list_place_session_member_key" ON "waiting_list_place"("organisation_id", "session_id", "member_id");

-- CreateIndex
CREATE INDEX "activity_document_activity_idx" ON "activity_document"("organisation_id", "activity_id", "added_at");

-- CreateIndex
CREATE UNIQUE INDEX "application_round_key_key" ON "application_round"("organisation_id", "panel_id", "key");

-- CreateIndex
CREATE INDEX "application_member_idx" ON "application"("organisation_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_round_member_key" ON "application"("organisation_id", "round_id", "member_id");

-- CreateIndex
CREATE INDEX "representative_member_idx" ON "representative"("organisation_id", "member_id");

-- CreateIndex
CREATE INDEX "data_subject_request_due_on_idx" ON "data_subject_request"("organisation_id", "panel_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "data_subject_request_subject_idx" ON "data_subject_request"("organisation_id", "subject_ref");

-- CreateIndex
CREATE INDEX "request_clock_event_request_idx" ON "request_clock_event"("organisation_id", "request_id", "occurred_on");

-- CreateIndex
CREATE INDEX "complaint_acknowledge_by_idx" ON "complaint"("organisation_id", "panel_id", "acknowledge_by", "id");

-- CreateIndex
CREATE INDEX "complaint_subject_idx" ON "complaint"("organisation_id", "subject_ref");

-- CreateIndex
CREATE INDEX "monitoring_stop_notice_member_idx" ON "monitoring_stop_notice"("organisation_id", "member_id");

-- AddForeignKey
ALTER TABLE "policy_draft" ADD CONSTRAINT "policy_draft_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_draft" ADD CONSTRAINT "policy_draft_policy_version_fkey" FOREIGN KEY ("organisation_id", "policy_version_id") REFERENCES "policy_version"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notice_due" ADD CONSTRAINT "notice_due_policy_version_fkey" FOREIGN KEY ("organisation_id", "policy_version_id") REFERENCES "policy_version"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accountability_record" ADD CONSTRAINT "accountability_record_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disposal_run" ADD CONSTRAINT "disposal_run_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disposal_item" ADD CONSTRAINT "disposal_item_run_fkey" FOREIGN KEY ("organisation_id", "run_id") REFERENCES "disposal_run"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disposal_item" ADD CONSTRAINT "disposal_item_legal_hold_fkey" FOREIGN KEY ("organisation_id", "legal_hold_id") REFERENCES "legal_hold"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "disposal_certificate" ADD CONSTRAINT "disposal_certificate_run_fkey" FOREIGN KEY ("organisation_id", "run_id") REFERENCES "disposal_run"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "soft_opt_in_evidence" ADD CONSTRAINT "soft_opt_in_evidence_wording_fkey" FOREIGN KEY ("organisation_id", "wording_hash") REFERENCES "wording"("organisation_id", "hash") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_list_place" ADD CONSTRAINT "waiting_list_place_session_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "activity_session"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_list_place" ADD CONSTRAINT "waiting_list_place_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_document" ADD CONSTRAINT "activity_document_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_round" ADD CONSTRAINT "application_round_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_round_fkey" FOREIGN KEY ("organisation_id", "round_id") REFERENCES "application_round"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representative" ADD CONSTRAINT "representative_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_subject_request" ADD CONSTRAINT "data_subject_request_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_clock_event" ADD CONSTRAINT "request_clock_event_request_fkey" FOREIGN KEY ("organisation_id", "request_id") REFERENCES "data_subject_request"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_notification" ADD CONSTRAINT "recipient_notification_request_fkey" FOREIGN KEY ("organisation_id", "request_id") REFERENCES "data_subject_request"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_stop_notice" ADD CONSTRAINT "monitoring_stop_notice_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- By hand from here: who may touch what, what may never change, what may never be stored (as in migration 2).

-- 1. Grants. Evidence can be read and added to. A case can be worked on and never removed; what was received stays as it was.

GRANT SELECT, INSERT ON
  accountability_record, request_clock_event, tps_screening, soft_opt_in_evidence, disclosure, draw, disposal_certificate
TO panel_app;

GRANT SELECT, INSERT ON
  notice_due, application_round, data_subject_request, recipient_notification, complaint, incident, legal_hold,
  disposal_run, disposal_item
TO panel_app;
GRANT UPDATE (finished_at) ON notice_due TO panel_app;
GRANT UPDATE (opens_on, closes_on, decide_by, places, decided_at) ON application_round TO panel_app;
-- Erasure empties what names a person.
GRANT UPDATE (requester_name, reply_to, details, representative_id, due_on, handled_by, outcome, outcome_reason, closed_at)
  ON data_subject_request TO panel_app;
GRANT UPDATE (told_at, confirmed_at, not_told_reason) ON recipient_notification TO panel_app;
GRANT UPDATE (complainant_name, reply_to, details, acknowledged_at, progress_told_at, handled_by, outcome, outcome_told_at)
  ON complaint TO panel_app;
GRANT UPDATE (facts, people_affected, risk, effects, remedy, reported_at, report_reference, late_reason, people_told_at,
  closed_at) ON incident TO panel_app;
GRANT UPDATE (owner_id, review_on, released_by, release_approved_by, release_reason, released_at) ON legal_hold TO panel_app;
GRANT UPDATE (approved_by, approved_at, started_at, finished_at, cancelled_at) ON disposal_run TO panel_app;
GRANT UPDATE (outcome, legal_hold_id, settled_at) ON disposal_item TO panel_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  policy_draft, application, representative, waiting_list_place, activity_document, monitoring_stop_notice
TO panel_app;

-- 2. Append-only, for the owner too.

DO $$
DECLARE evidence text;
BEGIN
  FOREACH evidence IN ARRAY ARRAY['accountability_record', 'request_clock_event', 'tps_screening', 'soft_opt_in_evidence',
    'disclosure', 'draw', 'disposal_certificate']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()', evidence || '_append_only', evidence);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', evidence, evidence || '_append_only');
  END LOOP;
END
$$;

-- RT-2, I11: nobody deletes a member whose data is held, by whatever way.
CREATE FUNCTION refuse_deletion_of_held() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.legal_hold h WHERE h.organisation_id = OLD.organisation_id AND h.released_at IS NULL
    AND (h.member_id = OLD.id OR (h.member_id IS NULL AND h.panel_id = OLD.panel_id)))
  THEN
    RAISE EXCEPTION 'a legal hold keeps this member' USING ERRCODE = 'RP001';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER member_held BEFORE DELETE ON member FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_held();
ALTER TABLE member ENABLE ALWAYS TRIGGER member_held;

-- A hold is released once, and stays released: a new reason is a new hold.
CREATE FUNCTION refuse_change_after_release() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.released_at IS NOT NULL THEN
    RAISE EXCEPTION 'a released hold stays as it is' USING ERRCODE = 'RP001';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER legal_hold_released_once BEFORE UPDATE ON legal_hold
  FOR EACH ROW EXECUTE FUNCTION refuse_change_after_release();
ALTER TABLE legal_hold ENABLE ALWAYS TRIGGER legal_hold_released_once;

-- 3. What may never be stored. Two people means two: DESIGN section 8.

ALTER TABLE suppression
  ADD CONSTRAINT suppression_evidence_check CHECK (evidence ~ '\S' AND length(evidence) <= 200),
  ADD CONSTRAINT suppression_recorded_by_check CHECK (recorded_by IS NULL OR evidence IS NOT NULL);

ALTER TABLE policy_version
  ADD CONSTRAINT policy_version_two_people_check
    CHECK (num_nonnulls(drafted_by, approved_by) IN (0, 2) AND approved_by <> drafted_by);

ALTER TABLE policy_draft
  ADD CONSTRAINT policy_draft_base_number_check CHECK (base_number >= 0),
  ADD CONSTRAINT policy_draft_revision_check CHECK (revision > 0),
  ADD CONSTRAINT policy_draft_submitted_check CHECK (num_nonnulls(submitted_by, submitted_at, in_force_on) IN (0, 3)),
  ADD CONSTRAINT policy_draft_approved_check
    CHECK (num_nonnulls(approved_by, approved_at, policy_version_id) IN (0, 3)
      AND (approved_at IS NULL OR (submitted_at <= approved_at) IS TRUE)),
  ADD CONSTRAINT policy_draft_two_people_check CHECK (approved_by NOT IN (submitted_by, edited_by));

ALTER TABLE notice_due
  ADD CONSTRAINT notice_due_finished_at_check CHECK (finished_at >= queued_at);

-- AC-2: purpose, necessity and balance, each in words.
ALTER TABLE accountability_record
  ADD CONSTRAINT accountability_record_number_check CHECK (number > 0),
  ADD CONSTRAINT accountability_record_review_on_check CHECK (review_on > approved_on),
  ADD CONSTRAINT accountability_record_lia_parts_check
    CHECK (kind <> 'lia' OR (content ->> 'purpose' ~ '\S' AND content ->> 'necessity' ~ '\S'
      AND content ->> 'balance' ~ '\S') IS TRUE);

ALTER TABLE soft_opt_in_evidence
  ADD CONSTRAINT soft_opt_in_evidence_wording_check CHECK (opt_out = 'not_offered' OR wording_hash IS NOT NULL),
  ADD CONSTRAINT soft_opt_in_evidence_collected_at_check CHECK (collected_at <= recorded_at);

ALTER TABLE application_round
  ADD CONSTRAINT application_round_days_check CHECK (closes_on >= opens_on AND decide_by >= closes_on),
  ADD CONSTRAINT application_round_places_check CHECK (places > 0);
-- LB-11: nobody is turned down, or taken, without a person who read the application and gave a reason.
ALTER TABLE application
  ADD CONSTRAINT application_reviewed_check
    CHECK (num_nonnulls(reviewed_by, reviewed_at) IN (0, 2) AND reviewed_at >= submitted_at),
  ADD CONSTRAINT application_decided_check
    CHECK (num_nonnulls(outcome, decided_at) IN (0, 2)
      AND (outcome IS NULL OR outcome = 'withdrawn'
        OR (reviewed_at <= decided_at AND decided_by IS NOT NULL AND reason ~ '\S') IS TRUE));

-- CN-8: an authority is for something, was shown, and ends after it began.
ALTER TABLE representative
  ADD CONSTRAINT representative_scope_check CHECK (coalesce(cardinality(scope), 0) > 0),
  ADD CONSTRAINT representative_evidence_check CHECK (evidence ~ '\S'),
  ADD CONSTRAINT representative_expires_on_check CHECK (expires_on >= starts_on),
  ADD CONSTRAINT representative_ended_on_check CHECK (ended_on >= starts_on);

ALTER TABLE draw
  ADD CONSTRAINT draw_seed_check CHECK (seed ~ '^\S{16,}$'),
  ADD CONSTRAINT draw_algorithm_check CHECK (algorithm ~ '\S'),
  ADD CONSTRAINT draw_result_check CHECK (coalesce(cardinality(result), 0) > 0),
  ADD CONSTRAINT draw_reserves_check CHECK (reserves IS NOT NULL AND NOT result && reserves);

ALTER TABLE waiting_list_place
  ADD CONSTRAINT waiting_list_place_offer_check
    CHECK (num_nonnulls(offered_at, offer_expires_at) IN (0, 2) AND offered_at >= waiting_since
      AND offer_expires_at > offered_at),
  ADD CONSTRAINT waiting_list_place_outcome_check
    CHECK (num_nonnulls(outcome, settled_at) IN (0, 2)
      AND (outcome IS NULL OR outcome = 'withdrawn' OR offered_at IS NOT NULL));

ALTER TABLE activity_document
  ADD CONSTRAINT activity_document_content_check CHECK (octet_length(content) BETWEEN 1 AND 10485760);

-- RR-1, RR-2, RR-7. A due day is a civil day in London.
ALTER TABLE data_subject_request
  ADD CONSTRAINT data_subject_request_due_on_check
    CHECK (due_on > (received_at AT TIME ZONE 'Europe/London')::date),
  ADD CONSTRAINT data_subject_request_closed_check
    CHECK (num_nonnulls(outcome, closed_at) IN (0, 2) AND closed_at >= received_at),
  ADD CONSTRAINT data_subject_request_outcome_reason_check
    CHECK (outcome NOT IN ('refused', 'partly_done') OR (outcome_reason ~ '\S') IS TRUE);
-- RR-5: longer only with reasons.
ALTER TABLE request_clock_event
  ADD CONSTRAINT request_clock_event_reason_check CHECK (kind <> 'extended' OR (reason ~ '\S') IS TRUE);
ALTER TABLE recipient_notification
  ADD CONSTRAINT recipient_notification_confirmed_check CHECK (confirmed_at IS NULL OR (confirmed_at >= told_at) IS TRUE),
  ADD CONSTRAINT recipient_notification_reason_check
    CHECK (not_told_reason ~ '\S' AND num_nonnulls(told_at, not_told_reason) < 2);

ALTER TABLE complaint
  ADD CONSTRAINT complaint_acknowledge_by_check
    CHECK (acknowledge_by > (received_at AT TIME ZONE 'Europe/London')::date),
  ADD CONSTRAINT complaint_acknowledged_at_check CHECK (acknowledged_at >= received_at),
  ADD CONSTRAINT complaint_outcome_check
    CHECK (num_nonnulls(outcome, outcome_told_at) IN (0, 2) AND outcome ~ '\S' AND outcome_told_at >= received_at);

-- SC-5.
ALTER TABLE monitoring_stop_notice
  ADD CONSTRAINT monitoring_stop_notice_days_check CHECK (stops_on >= received_on AND withdrawn_on >= received_on);

-- AC-6: 72 hours, or reasons for the delay; closed only with facts, effects and remedy on the register.
ALTER TABLE incident
  ADD CONSTRAINT incident_people_affected_check CHECK (people_affected >= 0),
  ADD CONSTRAINT incident_reported_at_check CHECK (reported_at >= aware_at),
  ADD CONSTRAINT incident_late_reason_check
    CHECK (reported_at <= aware_at + interval '72 hours' OR (late_reason ~ '\S') IS TRUE),
  ADD CONSTRAINT incident_closed_check
    CHECK (closed_at IS NULL OR (num_nonnulls(risk, effects, remedy) = 3 AND closed_at >= aware_at)),
  ADD CONSTRAINT incident_risk_check
    CHECK (closed_at IS NULL OR (risk = 'unlikely' OR reported_at IS NOT NULL) IS TRUE);

-- LB-8: a recognised legitimate interest names its condition; every disclosure says why it was necessary.
ALTER TABLE disclosure
  ADD CONSTRAINT disclosure_annex1_condition_check
    CHECK ((lawful_basis = 'recognised_legitimate_interest') = (annex1_condition IS NOT NULL)),
  ADD CONSTRAINT disclosure_necessity_check CHECK (necessity ~ '\S'),
  ADD CONSTRAINT disclosure_subject_refs_check CHECK (coalesce(cardinality(subject_refs), 0) > 0);

ALTER TABLE legal_hold
  ADD CONSTRAINT legal_hold_reason_check CHECK (reason ~ '\S'),
  ADD CONSTRAINT legal_hold_review_on_check CHECK (review_on > (placed_at AT TIME ZONE 'Europe/London')::date),
  ADD CONSTRAINT legal_hold_released_check
    CHECK (num_nonnulls(released_by, release_approved_by, release_reason, released_at) IN (0, 4)
      AND release_reason ~ '\S' AND released_at >= placed_at),
  ADD CONSTRAINT legal_hold_two_people_check CHECK (release_approved_by <> released_by);

ALTER TABLE disposal_run
  ADD CONSTRAINT disposal_run_items_hash_check CHECK (items_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT disposal_run_approved_check
    CHECK (num_nonnulls(approved_by, approved_at) IN (0, 2) AND approved_at >= simulated_at),
  ADD CONSTRAINT disposal_run_two_people_check CHECK (approved_by <> simulated_by),
  ADD CONSTRAINT disposal_run_started_check CHECK (started_at IS NULL OR (started_at >= approved_at) IS TRUE),
  ADD CONSTRAINT disposal_run_finished_check CHECK (finished_at IS NULL OR (finished_at >= started_at) IS TRUE),
  ADD CONSTRAINT disposal_run_cancelled_check CHECK (num_nonnulls(started_at, cancelled_at) < 2);
ALTER TABLE disposal_item
  ADD CONSTRAINT disposal_item_settled_check CHECK (num_nonnulls(outcome, settled_at) IN (0, 2)),
  ADD CONSTRAINT disposal_item_held_check CHECK ((outcome IS NOT DISTINCT FROM 'held') = (legal_hold_id IS NOT NULL));
ALTER TABLE disposal_certificate
  ADD CONSTRAINT disposal_certificate_content_hash_check CHECK (content_hash ~ '^[0-9a-f]{64}$');

-- 4. Indexes that Prisma's schema cannot say.

CREATE UNIQUE INDEX policy_draft_open_key ON policy_draft (organisation_id, panel_id) WHERE approved_at IS NULL;
CREATE INDEX notice_due_open_idx ON notice_due (organisation_id, policy_version_id) WHERE finished_at IS NULL;
CREATE INDEX waiting_list_place_next_idx ON waiting_list_place (organisation_id, session_id, waiting_since, id)
  WHERE settled_at IS NULL;
CREATE INDEX waiting_list_place_offer_idx ON waiting_list_place (offer_expires_at)
  WHERE settled_at IS NULL AND offered_at IS NOT NULL;
CREATE INDEX legal_hold_member_idx ON legal_hold (organisation_id, member_id) WHERE released_at IS NULL;
