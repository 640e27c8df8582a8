-- The data protection officer's pages: the trail narrowed any way at any size, saved views, nightly checks, evidence packs.

-- What kind of entry it is, in one value: event, purpose, channel and in which capacity somebody acted. A panel has some
-- hundred kinds however many entries, so a page of the trail is the newest entries of each kind that matches, merged
-- (lib/queries/trail/trail-filter.ts), and costs the same whether the filters meet often or never. Declared immutable: the
-- names of channels and capacities are never changed, only added to.
CREATE FUNCTION ledger_kind(event_type text, purpose_key text, channel channel, actor_kind actor_kind) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
BEGIN
  RETURN event_type || '|' || coalesce(purpose_key, '') || '|' || coalesce(channel::text, '') || '|' || actor_kind::text;
END
$$;

DROP INDEX ledger_entry_purpose_idx;
DROP INDEX ledger_entry_purpose_event_idx;
CREATE INDEX ledger_entry_kind_idx ON ledger_entry (organisation_id, panel_id,
  (ledger_kind(event_type, purpose_key, channel, actor_kind) COLLATE "C"), seq);
-- What one member of staff, one link or one part of the system did. A member's own entries are found as those about them.
CREATE INDEX ledger_entry_actor_idx ON ledger_entry (organisation_id, panel_id, actor_ref,
  (ledger_kind(event_type, purpose_key, channel, actor_kind) COLLATE "C"), seq) WHERE actor_kind <> 'member';

CREATE TABLE "trail_view" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trail_view_pkey" PRIMARY KEY ("organisation_id","id")
);
CREATE UNIQUE INDEX "trail_view_name_key" ON "trail_view"("organisation_id", "panel_id", "staff_id", "name");
ALTER TABLE trail_view ADD CONSTRAINT trail_view_name_check CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 80);

CREATE TABLE "ledger_check" (
    "organisation_id" UUID NOT NULL,
    "night" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "good" BOOLEAN,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("organisation_id","night")
);
ALTER TABLE ledger_check ADD CONSTRAINT ledger_check_finished_check CHECK ((finished_at IS NULL) = (good IS NULL));

CREATE TABLE "evidence_pack" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "subject_ref" UUID,
    "activity_id" UUID,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_seq" BIGINT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "failure_code" TEXT,

    CONSTRAINT "evidence_pack_pkey" PRIMARY KEY ("organisation_id","id")
);
ALTER TABLE evidence_pack
  ADD CONSTRAINT evidence_pack_about_check CHECK (num_nonnulls(subject_ref, activity_id) <= 1),
  ADD CONSTRAINT evidence_pack_progress_check CHECK (done BETWEEN 0 AND total),
  ADD CONSTRAINT evidence_pack_failed_check CHECK (failure_code IS NULL OR finished_at IS NOT NULL);
-- What waits to be put together, the longest waiting first.
CREATE INDEX evidence_pack_waiting_idx ON evidence_pack (asked_at) WHERE finished_at IS NULL;

CREATE TABLE "evidence_pack_part" (
    "organisation_id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_pack_part_pkey" PRIMARY KEY ("organisation_id","pack_id","number")
);
ALTER TABLE "evidence_pack_part" ADD CONSTRAINT "evidence_pack_part_pack_fkey" FOREIGN KEY ("organisation_id", "pack_id")
  REFERENCES "evidence_pack"("organisation_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE evidence_pack_part ADD CONSTRAINT evidence_pack_part_number_check CHECK (number >= 0);

GRANT SELECT, INSERT, UPDATE (name, shared), DELETE ON trail_view TO panel_app;
GRANT SELECT, INSERT, UPDATE ON ledger_check TO panel_app;
GRANT SELECT, INSERT, DELETE, UPDATE (started_at, done, total, finished_at, failure_code) ON evidence_pack TO panel_app;
GRANT SELECT, INSERT, DELETE ON evidence_pack_part TO panel_app;
