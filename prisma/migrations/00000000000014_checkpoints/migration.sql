-- Signed checkpoints of the ledger: what was signed, the tree's hashes that proofs are made of, who else signed, and where
-- each checkpoint was published (docs/ledger-checkpoints.md).

CREATE TYPE checkpoint_place AS ENUM ('file', 'mail', 'witness');

CREATE TABLE ledger_checkpoint (
  organisation_id uuid NOT NULL,
  epoch integer NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  note text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  CONSTRAINT ledger_checkpoint_pkey PRIMARY KEY (organisation_id, epoch, size)
);

CREATE TABLE ledger_tile (
  organisation_id uuid NOT NULL,
  epoch integer NOT NULL,
  level integer NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL,
  root bytea NOT NULL,
  CONSTRAINT ledger_tile_pkey PRIMARY KEY (organisation_id, epoch, level, index)
);
-- Hashes do not get smaller.
ALTER TABLE ledger_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE checkpoint_key (
  organisation_id uuid NOT NULL,
  verifier_key text NOT NULL,
  first_used_at timestamptz(3) NOT NULL,
  CONSTRAINT checkpoint_key_pkey PRIMARY KEY (organisation_id, verifier_key)
);

CREATE TABLE checkpoint_cosignature (
  organisation_id uuid NOT NULL,
  epoch integer NOT NULL,
  size bigint NOT NULL,
  verifier_key text NOT NULL,
  line text NOT NULL,
  cosigned_at timestamptz(3) NOT NULL,
  CONSTRAINT checkpoint_cosignature_pkey PRIMARY KEY (organisation_id, epoch, size, verifier_key),
  CONSTRAINT checkpoint_cosignature_checkpoint_fkey FOREIGN KEY (organisation_id, epoch, size)
    REFERENCES ledger_checkpoint (organisation_id, epoch, size) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE checkpoint_publication (
  organisation_id uuid NOT NULL,
  place checkpoint_place NOT NULL,
  epoch integer NOT NULL,
  size bigint NOT NULL,
  published_at timestamptz(3) NOT NULL,
  CONSTRAINT checkpoint_publication_pkey PRIMARY KEY (organisation_id, place, epoch, size),
  CONSTRAINT checkpoint_publication_checkpoint_fkey FOREIGN KEY (organisation_id, epoch, size)
    REFERENCES ledger_checkpoint (organisation_id, epoch, size) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE checkpoint_recipient (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  panel_id uuid NOT NULL,
  email text NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz(3) NOT NULL,
  mailed_on date,
  mailed_epoch integer,
  mailed_size bigint,
  mailed_delivery_id uuid,
  CONSTRAINT checkpoint_recipient_pkey PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX checkpoint_recipient_email_key ON checkpoint_recipient (organisation_id, email);

-- Evidence can be read and added to. An address is there while it is wanted; of the row only the last mail changes.
GRANT SELECT, INSERT ON ledger_checkpoint, ledger_tile, checkpoint_key, checkpoint_cosignature, checkpoint_publication
TO panel_app;
GRANT SELECT, INSERT, DELETE, UPDATE (mailed_on, mailed_epoch, mailed_size, mailed_delivery_id) ON checkpoint_recipient TO panel_app;

DO $$
DECLARE evidence text;
BEGIN
  FOREACH evidence IN ARRAY ARRAY['ledger_checkpoint', 'ledger_tile', 'checkpoint_key', 'checkpoint_cosignature',
    'checkpoint_publication']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()', evidence || '_append_only', evidence);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', evidence, evidence || '_append_only');
  END LOOP;
END
$$;

-- The note says what the columns say.
ALTER TABLE ledger_checkpoint
  ADD CONSTRAINT ledger_checkpoint_size_check CHECK (size > 0 AND epoch > 0),
  ADD CONSTRAINT ledger_checkpoint_root_check CHECK (octet_length(root) = 32),
  ADD CONSTRAINT ledger_checkpoint_note_check CHECK (
    split_part(note, E'\n', 2) = size::text AND split_part(note, E'\n', 3) = encode(root, 'base64')
    AND split_part(note, E'\n', 4) = '' AND starts_with(split_part(note, E'\n', 5), U&'\2014 '));
-- Full tiles only: 256 hashes of 32 bytes.
ALTER TABLE ledger_tile
  ADD CONSTRAINT ledger_tile_place_check CHECK (level BETWEEN 0 AND 7 AND index >= 0 AND epoch > 0),
  ADD CONSTRAINT ledger_tile_hashes_check CHECK (octet_length(hashes) = 8192 AND octet_length(root) = 32);
ALTER TABLE checkpoint_cosignature
  ADD CONSTRAINT checkpoint_cosignature_line_check CHECK (starts_with(line, U&'\2014 ') AND line !~ '\n.');
ALTER TABLE checkpoint_recipient
  ADD CONSTRAINT checkpoint_recipient_email_check CHECK (email ~ '^[^\s@]+@[^\s@]+$' AND email = lower(email)),
  ADD CONSTRAINT checkpoint_recipient_mailed_check CHECK (num_nonnulls(mailed_on, mailed_epoch, mailed_size, mailed_delivery_id) IN (0, 4));
