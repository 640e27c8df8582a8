-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('engagement', 'dpo', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "sign_in_audience" AS ENUM ('member', 'staff');

-- CreateEnum
CREATE TYPE "activity_kind" AS ENUM ('focus_group', 'webinar', 'survey', 'panel_meeting', 'usability_study', 'environmental_activity', 'learning_exercise', 'prize_draw', 'call', 'newsletter');

-- CreateEnum
CREATE TYPE "activity_state" AS ENUM ('draft', 'open', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "rsvp_answer" AS ENUM ('accepted', 'declined');

-- CreateEnum
CREATE TYPE "attendance_outcome" AS ENUM ('came', 'absent');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('email', 'sms', 'call', 'post');

-- CreateEnum
CREATE TYPE "consent_decision" AS ENUM ('given', 'refused', 'withdrawn', 'objected', 'expired');

-- CreateEnum
CREATE TYPE "capture_method" AS ENUM ('web', 'phone', 'paper', 'in_person', 'import', 'link');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('member', 'staff', 'dpo', 'link', 'system');

-- CreateEnum
CREATE TYPE "member_state" AS ENUM ('applicant', 'member', 'left', 'ended', 'erased');

-- CreateEnum
CREATE TYPE "contact_point_kind" AS ENUM ('email', 'phone');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('direct_marketing', 'research', 'service', 'rights_reply');

-- CreateEnum
CREATE TYPE "mailing_state" AS ENUM ('expanding', 'sending', 'paused', 'finished', 'cancelled');

-- CreateEnum
CREATE TYPE "gate_phase" AS ENUM ('selection', 'hand_over');

-- CreateEnum
CREATE TYPE "gate_outcome" AS ENUM ('permitted', 'refused');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'claimed', 'handing_over', 'sent', 'failed', 'suppressed', 'unknown');

-- CreateEnum
CREATE TYPE "nation" AS ENUM ('england', 'wales', 'scotland', 'northern_ireland');

-- CreateEnum
CREATE TYPE "joining" AS ENUM ('open', 'round');

-- CreateEnum
CREATE TYPE "retention_action" AS ENUM ('delete', 'anonymise', 'review');

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" "staff_role" NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "staff_account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sign_in_request" (
    "id" UUID NOT NULL,
    "audience" "sign_in_audience" NOT NULL,
    "panel_id" UUID,
    "organisation_id" UUID,
    "address_hash" TEXT NOT NULL,
    "browser_token_hash" TEXT NOT NULL,
    "code_hash" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "token_hash" TEXT NOT NULL,
    "organisation_id" UUID,
    "member_id" UUID,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "activity" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "kind" "activity_kind" NOT NULL,
    "purpose_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "state" "activity_state" NOT NULL,
    "survey" JSONB,
    "closes_on" DATE,
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "activity_session" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "join_link" TEXT,
    "capacity" INTEGER NOT NULL,
    "adjustments_asked" TEXT NOT NULL,

    CONSTRAINT "activity_session_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "not_this_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "rsvp" (
    "organisation_id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "answer" "rsvp_answer" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rsvp_pkey" PRIMARY KEY ("organisation_id","invitation_id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "organisation_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "outcome" "attendance_outcome" NOT NULL,
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("organisation_id","session_id","member_id")
);

-- CreateTable
CREATE TABLE "survey_response" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_response_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "wording" (
    "organisation_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wording_pkey" PRIMARY KEY ("organisation_id","hash")
);

-- CreateTable
CREATE TABLE "notice_shown" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "privacy_notice_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_shown_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "purpose_key" TEXT NOT NULL,
    "channel" "channel",
    "decision" "consent_decision" NOT NULL,
    "method" "capture_method" NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "wording_hash" TEXT NOT NULL,
    "notice_shown_id" UUID,
    "policy_version_id" UUID NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "address_hint" TEXT NOT NULL,
    "purpose_key" TEXT,
    "channel" "channel",
    "source" TEXT NOT NULL,
    "subject_ref" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_consent_record_id" UUID,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "organisation_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "chain_hash" BYTEA NOT NULL,
    "frontier" BYTEA[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "leaf_hash" BYTEA NOT NULL,
    "chain_hash" BYTEA NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "event_type" TEXT NOT NULL,
    "panel_id" UUID,
    "subject_ref" UUID,
    "purpose_key" TEXT,
    "channel" "channel",
    "actor_kind" "actor_kind" NOT NULL,
    "actor_ref" TEXT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("organisation_id","seq")
);

-- CreateTable
CREATE TABLE "join_request" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "draft_token_hash" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "address_hash" TEXT,
    "privacy_notice_id" UUID NOT NULL,
    "notice_shown_at" TIMESTAMPTZ(3) NOT NULL,
    "choices_shown_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "member" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "subject_ref" UUID NOT NULL,
    "state" "member_state" NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "address_line_1" TEXT,
    "address_line_2" TEXT,
    "town" TEXT,
    "postcode" TEXT,
    "area" TEXT,
    "tenure" TEXT,
    "age_band" TEXT,
    "interests" TEXT[],
    "language" TEXT NOT NULL DEFAULT 'en',
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "restricted_at" TIMESTAMPTZ(3),
    "paused_until" DATE,
    "tenancy_ends_on" DATE,
    "last_asked_at" TIMESTAMPTZ(3),
    "permission_bits" BIGINT NOT NULL DEFAULT 0,
    "permission_reasons" BYTEA NOT NULL DEFAULT '\x'::bytea,
    "permission_valid_until" TIMESTAMPTZ(3),
    "permission_policy_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "contact_point_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "bounced_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "member_attribute" (
    "organisation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "field_key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_attribute_pkey" PRIMARY KEY ("organisation_id","member_id","field_key")
);

-- CreateTable
CREATE TABLE "monitoring_answer" (
    "organisation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "field_key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "art9_condition" TEXT NOT NULL,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "monitoring_answer_pkey" PRIMARY KEY ("organisation_id","member_id","field_key")
);

-- CreateTable
CREATE TABLE "adjustment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "need" TEXT NOT NULL,
    "art9_condition" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "mailing" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "activity_id" UUID,
    "template" TEXT NOT NULL,
    "kind" "message_kind" NOT NULL,
    "purpose_key" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "audience" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "mailing_state" NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expanded_through" UUID,
    "expanded_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "matched" INTEGER NOT NULL DEFAULT 0,
    "left_out" JSONB NOT NULL DEFAULT '{}',
    "paused_reason" TEXT,

    CONSTRAINT "mailing_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "gate_decision" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID,
    "mailing_id" UUID,
    "phase" "gate_phase" NOT NULL,
    "kind" "message_kind" NOT NULL,
    "purpose_key" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "outcome" "gate_outcome" NOT NULL,
    "code" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gate_decision_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mailing_id" UUID,
    "member_id" UUID,
    "contact_point_id" UUID,
    "join_request_id" UUID,
    "sign_in_request_id" UUID,
    "panel_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "subject_ids" JSONB NOT NULL DEFAULT '{}',
    "gate_decision_id" UUID NOT NULL,
    "state" "delivery_state" NOT NULL,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "failure_code" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "handing_over_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "hand_over_decision_id" UUID,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "nation" "nation" NOT NULL,
    "public_authority" BOOLEAN NOT NULL,
    "charity" BOOLEAN NOT NULL,
    "ico_registration" TEXT,
    "contact_email" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,
    "postal_address" TEXT NOT NULL,
    "dpo_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "joining" "joining" NOT NULL,
    "accent" TEXT NOT NULL,
    "policy_version_id" UUID,
    "privacy_notice_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "panel_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "document_hash" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "in_force_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "privacy_notice" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "privacy_notice_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "retention_item" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "rule_key" TEXT NOT NULL,
    "triggered_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "action" "retention_action" NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_item_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "mail_fault" TEXT,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "role_grant_staff_idx" ON "role_grant"("staff_id");

-- CreateIndex
CREATE INDEX "sign_in_request_address_idx" ON "sign_in_request"("address_hash", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_request_expires_at_idx" ON "sign_in_request"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_session_expires_at_idx" ON "sign_in_session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_session_member_idx" ON "sign_in_session"("organisation_id", "member_id");

-- CreateIndex
CREATE INDEX "sign_in_session_staff_idx" ON "sign_in_session"("staff_id");

-- CreateIndex
CREATE INDEX "activity_created_at_idx" ON "activity"("organisation_id", "panel_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "activity_session_activity_idx" ON "activity_session"("organisation_id", "activity_id");

-- CreateIndex
CREATE INDEX "invitation_member_idx" ON "invitation"("organisation_id", "member_id", "invited_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_activity_member_key" ON "invitation"("organisation_id", "activity_id", "member_id");

-- CreateIndex
CREATE INDEX "rsvp_session_idx" ON "rsvp"("organisation_id", "session_id", "answer");

-- CreateIndex
CREATE INDEX "attendance_member_idx" ON "attendance"("organisation_id", "member_id");

-- CreateIndex
CREATE INDEX "survey_response_member_idx" ON "survey_response"("organisation_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_response_activity_member_key" ON "survey_response"("organisation_id", "activity_id", "member_id");

-- CreateIndex
CREATE INDEX "notice_shown_member_idx" ON "notice_shown"("organisation_id", "member_id", "shown_at");

-- CreateIndex
CREATE INDEX "consent_record_member_idx" ON "consent_record"("organisation_id", "member_id", "effective_at");

-- CreateIndex
CREATE INDEX "suppression_address_hash_idx" ON "suppression"("organisation_id", "address_hash");

-- CreateIndex
CREATE INDEX "ledger_entry_panel_idx" ON "ledger_entry"("organisation_id", "panel_id", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_subject_idx" ON "ledger_entry"("organisation_id", "subject_ref", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_event_type_idx" ON "ledger_entry"("organisation_id", "panel_id", "event_type", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_purpose_idx" ON "ledger_entry"("organisation_id", "panel_id", "purpose_key", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_recorded_at_idx" ON "ledger_entry"("organisation_id", "panel_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "join_request_draft_token_hash_key" ON "join_request"("draft_token_hash");

-- CreateIndex
CREATE INDEX "join_request_expires_at_idx" ON "join_request"("expires_at");

-- CreateIndex
CREATE INDEX "member_sort_name_idx" ON "member"("organisation_id", "panel_id", "sort_name", "id");

-- CreateIndex
CREATE INDEX "member_state_sort_name_idx" ON "member"("organisation_id", "panel_id", "state", "sort_name", "id");

-- CreateIndex
CREATE INDEX "member_permission_valid_until_idx" ON "member"("permission_valid_until");

-- CreateIndex
CREATE UNIQUE INDEX "member_reference_key" ON "member"("organisation_id", "panel_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "member_subject_ref_key" ON "member"("organisation_id", "subject_ref");

-- CreateIndex
CREATE INDEX "contact_point_member_idx" ON "contact_point"("organisation_id", "member_id");

-- CreateIndex
CREATE INDEX "contact_point_address_hash_idx" ON "contact_point"("organisation_id", "address_hash");

-- CreateIndex
CREATE UNIQUE INDEX "adjustment_activity_member_key" ON "adjustment"("organisation_id", "activity_id", "member_id");

-- CreateIndex
CREATE INDEX "mailing_created_at_idx" ON "mailing"("organisation_id", "panel_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mailing_idempotency_key_key" ON "mailing"("organisation_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "gate_decision_mailing_idx" ON "gate_decision"("organisation_id", "mailing_id", "outcome", "code", "id");

-- CreateIndex
CREATE INDEX "gate_decision_member_idx" ON "gate_decision"("organisation_id", "member_id", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "delivery_mailing_state_idx" ON "delivery"("organisation_id", "mailing_id", "state");

-- CreateIndex
CREATE INDEX "delivery_member_idx" ON "delivery"("organisation_id", "member_id", "queued_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_mailing_member_key" ON "delivery"("organisation_id", "mailing_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "panel_slug_key" ON "panel"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_number_key" ON "policy_version"("organisation_id", "panel_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "privacy_notice_number_key" ON "privacy_notice"("organisation_id", "panel_id", "number", "language", "format");

-- CreateIndex
CREATE INDEX "retention_item_due_on_idx" ON "retention_item"("organisation_id", "panel_id", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "retention_item_member_rule_key" ON "retention_item"("organisation_id", "member_id", "rule_key");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_staff_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_account" ADD CONSTRAINT "staff_account_staff_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_session" ADD CONSTRAINT "activity_session_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvp" ADD CONSTRAINT "rsvp_invitation_fkey" FOREIGN KEY ("organisation_id", "invitation_id") REFERENCES "invitation"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvp" ADD CONSTRAINT "rsvp_session_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "activity_session"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "activity_session"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_record" ADD CONSTRAINT "consent_record_wording_fkey" FOREIGN KEY ("organisation_id", "wording_hash") REFERENCES "wording"("organisation_id", "hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_attribute" ADD CONSTRAINT "member_attribute_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_answer" ADD CONSTRAINT "monitoring_answer_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_activity_fkey" FOREIGN KEY ("organisation_id", "activity_id") REFERENCES "activity"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_mailing_fkey" FOREIGN KEY ("organisation_id", "mailing_id") REFERENCES "mailing"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_member_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_organisation_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_notice" ADD CONSTRAINT "privacy_notice_panel_fkey" FOREIGN KEY ("organisation_id", "panel_id") REFERENCES "panel"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
