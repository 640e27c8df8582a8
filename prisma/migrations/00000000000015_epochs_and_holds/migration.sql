-- Epochs of a ledger, and holds (docs/ledger-erasure.md). An epoch is a chain and a tree of its own; numbers run on. A hold
-- stops sending, and one for being behind what was published stops everything that would be recorded.

ALTER TABLE "ledger_head" ADD COLUMN "epoch_start" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ledger_head DROP CONSTRAINT ledger_head_frontier_check;
ALTER TABLE ledger_head
  ADD CONSTRAINT ledger_head_epoch_start_check CHECK (epoch_start BETWEEN 0 AND seq),
  ADD CONSTRAINT ledger_head_frontier_check
    CHECK (cardinality(frontier) = bit_count((seq - epoch_start)::bit(64)));

-- The head of a chain only moves forward: by entries, or to the next epoch, which begins empty where this one ends.
CREATE OR REPLACE FUNCTION refuse_step_back() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.organisation_id = OLD.organisation_id AND NEW.recorded_at >= OLD.recorded_at AND (
    (NEW.seq > OLD.seq AND NEW.epoch = OLD.epoch AND NEW.epoch_start = OLD.epoch_start)
    OR (NEW.seq = OLD.seq AND NEW.epoch = OLD.epoch + 1 AND NEW.epoch_start = OLD.seq))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the head of a ledger only moves forward' USING ERRCODE = 'RP001';
END
$$;

CREATE TYPE "ledger_hold_reason" AS ENUM ('altered', 'behind', 'inconsistent', 'differs');

CREATE TABLE "ledger_hold" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reason" "ledger_hold_reason" NOT NULL,
    "detail" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "released_by" UUID,

    CONSTRAINT "ledger_hold_pkey" PRIMARY KEY ("organisation_id","id")
);
CREATE INDEX "ledger_hold_opened_at_idx" ON "ledger_hold"("organisation_id", "opened_at" DESC);
-- One of a kind is open at a time; every append asks for it.
CREATE UNIQUE INDEX ledger_hold_open_key ON ledger_hold (organisation_id, reason) WHERE released_at IS NULL;
ALTER TABLE ledger_hold ADD CONSTRAINT ledger_hold_released_at_check CHECK (released_at >= opened_at);

CREATE TABLE "ledger_epoch" (
    "organisation_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "last_seq" BIGINT,
    "final_root" BYTEA,
    "sealed_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_epoch_pkey" PRIMARY KEY ("organisation_id","epoch")
);
ALTER TABLE ledger_epoch
  ADD CONSTRAINT ledger_epoch_epoch_check CHECK (epoch > 0),
  ADD CONSTRAINT ledger_epoch_last_seq_check CHECK (first_seq > 0 AND last_seq >= first_seq - 1),
  ADD CONSTRAINT ledger_epoch_final_root_check CHECK (octet_length(final_root) = 32),
  ADD CONSTRAINT ledger_epoch_sealed_check CHECK (num_nonnulls(last_seq, final_root, sealed_at, reason) IN (0, 4)),
  ADD CONSTRAINT ledger_epoch_retired_check CHECK (retired_at IS NULL OR retired_at >= sealed_at);

GRANT SELECT, INSERT, UPDATE (released_at, released_by) ON ledger_hold TO panel_app;
GRANT SELECT, INSERT, UPDATE (last_seq, final_root, sealed_at, reason) ON ledger_epoch TO panel_app;

-- A hold is released once, an epoch sealed once and retired once; nothing else about them changes.
CREATE FUNCTION refuse_second_end() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  ends text[] := TG_ARGV[0]::text[];
BEGIN
  IF (to_jsonb(NEW) - ends) = (to_jsonb(OLD) - ends) AND NOT EXISTS (
    SELECT FROM unnest(ends) AS one(name)
    WHERE to_jsonb(OLD) ->> one.name IS NOT NULL AND to_jsonb(NEW) -> one.name IS DISTINCT FROM to_jsonb(OLD) -> one.name)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is ended once and otherwise stays as it is', TG_TABLE_NAME USING ERRCODE = 'RP001';
END
$$;
CREATE TRIGGER ledger_hold_release_only BEFORE UPDATE ON ledger_hold
  FOR EACH ROW EXECUTE FUNCTION refuse_second_end('{released_at,released_by}');
CREATE TRIGGER ledger_hold_kept BEFORE DELETE OR TRUNCATE ON ledger_hold
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence();
CREATE TRIGGER ledger_epoch_seal_only BEFORE UPDATE ON ledger_epoch
  FOR EACH ROW EXECUTE FUNCTION refuse_second_end('{last_seq,final_root,sealed_at,reason,retired_at}');
CREATE TRIGGER ledger_epoch_kept BEFORE DELETE OR TRUNCATE ON ledger_epoch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence();
ALTER TABLE ledger_hold ENABLE ALWAYS TRIGGER ledger_hold_release_only;
ALTER TABLE ledger_hold ENABLE ALWAYS TRIGGER ledger_hold_kept;
ALTER TABLE ledger_epoch ENABLE ALWAYS TRIGGER ledger_epoch_seal_only;
ALTER TABLE ledger_epoch ENABLE ALWAYS TRIGGER ledger_epoch_kept;

-- As before (migration 5), within the epoch, and not while the ledger is behind what was published of it: then only who
-- recovers it adds to it (lib/ledger/recover).
CREATE OR REPLACE FUNCTION append_entries(for_organisation uuid, acting_member uuid, entries text[]) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  head public.ledger_head;
  recorded timestamptz(3);
  recorded_text text;
  member_ref text;
  actor text;
  bytes bytea;
  leaf bytea;
BEGIN
  IF acting_member IS NOT NULL THEN
    SELECT subject_ref::text INTO STRICT member_ref FROM public.member
      WHERE organisation_id = for_organisation AND id = acting_member;
  END IF;
  PERFORM set_config('synchronous_commit', 'off', true);
  PERFORM pg_advisory_xact_lock(hashtextextended(for_organisation::text, 7));
  IF EXISTS (SELECT FROM public.ledger_hold WHERE organisation_id = for_organisation AND released_at IS NULL
    AND reason = 'behind') AND current_setting('panel.recovering', true) IS DISTINCT FROM for_organisation::text
  THEN
    RAISE EXCEPTION 'the ledger is behind what was published of it: nothing is added' USING ERRCODE = 'RP002';
  END IF;
  SELECT * INTO head FROM public.ledger_head WHERE organisation_id = for_organisation;
  IF NOT FOUND THEN
    INSERT INTO public.ledger_head (organisation_id, epoch, seq, chain_hash, frontier, recorded_at)
    VALUES (for_organisation, 1, 0, decode(repeat('00', 32), 'hex'), '{}', clock_timestamp())
    RETURNING * INTO head;
  END IF;
  recorded := greatest(clock_timestamp()::timestamptz(3), head.recorded_at);
  recorded_text := to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  FOR i IN 1 .. array_length(entries, 1) LOOP
    actor := coalesce(entries[i][13], member_ref);
    bytes := convert_to('{' || entries[i][1] || ',"actorRef":' || to_json(actor)
      || ',' || entries[i][2] || ',"epoch":"' || head.epoch || '",' || entries[i][3]
      || ',"recordedAt":"' || recorded_text || '",' || entries[i][4] || ',"seq":"' || head.seq + 1
      || '",' || entries[i][5] || '}', 'UTF8');
    leaf := sha256('\x00'::bytea || bytes);
    head.chain_hash := sha256('panel-chain/v1'::bytea || head.chain_hash || leaf);
    head.frontier := public.grown_frontier(head.frontier, head.seq - head.epoch_start, leaf);
    head.seq := head.seq + 1;
    INSERT INTO public.ledger_entry (organisation_id, seq, bytes, leaf_hash, chain_hash, recorded_at, effective_at,
      event_type, panel_id, subject_ref, purpose_key, channel, actor_kind, actor_ref)
    VALUES (for_organisation, head.seq, bytes, leaf, head.chain_hash, recorded, entries[i][6]::timestamptz,
      entries[i][7], entries[i][8]::uuid, entries[i][9]::uuid, entries[i][10], entries[i][11]::public.channel,
      entries[i][12]::public.actor_kind, actor);
  END LOOP;
  UPDATE public.ledger_head SET seq = head.seq, chain_hash = head.chain_hash, frontier = head.frontier,
    recorded_at = recorded WHERE organisation_id = for_organisation;
  RETURN head.seq;
END
$$;

-- Ends the epoch and begins the next, in which the caller appends `epoch.opened` in the same transaction. The root of the
-- tree is its frontier folded from the right (RFC 6962, section 2.1). Returns the number of the epoch that was sealed.
CREATE FUNCTION seal_epoch(for_organisation uuid, because text) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  head public.ledger_head;
  root bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(for_organisation::text, 7));
  SELECT * INTO STRICT head FROM public.ledger_head WHERE organisation_id = for_organisation;
  FOR i IN REVERSE cardinality(head.frontier) .. 1 LOOP
    root := CASE WHEN root IS NULL THEN head.frontier[i] ELSE sha256('\x01'::bytea || head.frontier[i] || root) END;
  END LOOP;
  INSERT INTO public.ledger_epoch (organisation_id, epoch, first_seq)
    VALUES (for_organisation, head.epoch, head.epoch_start + 1) ON CONFLICT DO NOTHING;
  UPDATE public.ledger_epoch SET last_seq = head.seq, final_root = coalesce(root, sha256('')),
    sealed_at = clock_timestamp(), reason = because
    WHERE organisation_id = for_organisation AND epoch = head.epoch;
  INSERT INTO public.ledger_epoch (organisation_id, epoch, first_seq)
    VALUES (for_organisation, head.epoch + 1, head.seq + 1);
  UPDATE public.ledger_head SET epoch = head.epoch + 1, epoch_start = head.seq,
    chain_hash = decode(repeat('00', 32), 'hex'), frontier = '{}' WHERE organisation_id = for_organisation;
  RETURN head.epoch;
END
$$;
REVOKE EXECUTE ON FUNCTION seal_epoch(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_epoch(uuid, text) TO panel_app;
