-- What the gate asks about and nothing stored or read: a stop for a person, for a kind of message, from a day; the last
-- screening of a number; how details were taken; an age. And lists that staff give in, as hashes, until they confirm them.

ALTER TABLE suppression ALTER COLUMN address_hash DROP NOT NULL, ALTER COLUMN address_hint DROP NOT NULL,
  ADD COLUMN message_kind message_kind, ADD COLUMN received_on date;
-- An address, or a person: nothing else can be found again (law.md PE-13).
ALTER TABLE suppression
  ADD CONSTRAINT suppression_whose_check
    CHECK (num_nonnulls(address_hash, address_hint) IN (0, 2) AND num_nonnulls(address_hash, subject_ref) > 0),
  ADD CONSTRAINT suppression_message_kind_check
    CHECK (message_kind IN ('research', 'direct_marketing') AND NOT (message_kind IS NOT NULL AND purpose_key IS NOT NULL)),
  ADD CONSTRAINT suppression_received_on_check CHECK (received_on <= (recorded_at AT TIME ZONE 'Europe/London')::date);
CREATE INDEX suppression_person_idx ON suppression (organisation_id, subject_ref)
  WHERE address_hash IS NULL AND lifted_at IS NULL;

CREATE INDEX suppression_recorded_at_idx ON suppression (organisation_id, recorded_at, id);

CREATE TYPE list_upload_kind AS ENUM ('suppression', 'screening');
CREATE TABLE list_upload (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  panel_id uuid NOT NULL,
  kind list_upload_kind NOT NULL,
  rows jsonb NOT NULL,
  stated_on date,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  applied_by uuid,
  applied_at timestamptz(3),
  counts jsonb,
  CONSTRAINT list_upload_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT list_upload_applied_check CHECK (num_nonnulls(applied_by, applied_at, counts) IN (0, 3)),
  CONSTRAINT list_upload_stated_on_check CHECK ((kind = 'screening') = (stated_on IS NOT NULL))
);
CREATE INDEX list_upload_kind_idx ON list_upload (organisation_id, panel_id, kind, id);
-- What nobody confirmed is thrown away after a day.
CREATE INDEX list_upload_waiting_idx ON list_upload (uploaded_at) WHERE applied_at IS NULL;
ALTER TABLE list_upload ADD CONSTRAINT list_upload_panel_fkey
  FOREIGN KEY (organisation_id, panel_id) REFERENCES panel (organisation_id, id);
GRANT SELECT, INSERT, UPDATE (rows, applied_by, applied_at, counts) ON list_upload TO panel_app;
GRANT DELETE ON list_upload TO panel_app;

-- The view is that of migration 10 with more places: with each suppression the kind of message, with each number its
-- last screening when it came back clear (a listing of the same day counts against it: PECR reg 21, 26; law.md PE-12); at the end the person's own suppressions, how their details were taken, and their age band
-- (lib/queries/member/stored-facts.ts names the places).
CREATE OR REPLACE VIEW member_facts WITH (security_invoker = true) AS
  SELECT m.organisation_id, m.id AS member_id, concat(
    '["', m.id, '","', m.subject_ref, '","', m.state, '",', (m.restricted_at IS NOT NULL)::text, ',',
    public.quoted(m.paused_until::text), ',', coalesce(public.epoch_ms(m.joined_at)::text, 'null'), ',',
    (m.address_line_1 IS NOT NULL AND m.postcode IS NOT NULL)::text, ',',
    coalesce((SELECT max(n.number) FROM public.notice_shown s
        JOIN public.privacy_notice n ON n.organisation_id = s.organisation_id AND n.id = s.privacy_notice_id
      WHERE s.organisation_id = m.organisation_id AND s.member_id = m.id)::text, 'null'),
    ',[',
    (SELECT string_agg(concat('["', p.id, '","', p.kind, '","', p.address_hash, '",', to_json(right(p.normalised, 2)),
        ',', (p.verified_at IS NOT NULL)::text, ',', (p.bounced_at IS NOT NULL)::text, ',[',
        (SELECT string_agg(concat('["', s.id, '",', public.quoted(s.subject_ref::text), ',',
            coalesce(to_json(s.purpose_key)::text, 'null'), ',', public.quoted(s.channel::text), ',',
            public.epoch_ms(s.recorded_at), ',', public.quoted(s.message_kind::text), ']'), ',')
          FROM public.suppression s WHERE s.organisation_id = p.organisation_id AND s.address_hash = p.address_hash
            AND s.lifted_at IS NULL), '],',
        CASE WHEN p.kind = 'phone' THEN coalesce(
          (SELECT CASE WHEN t.result = 'clear' THEN concat('"', t.screened_on, '"') END FROM public.tps_screening t
            WHERE t.organisation_id = p.organisation_id AND t.number_hash = p.address_hash
            ORDER BY t.screened_on DESC, t.result DESC LIMIT 1), 'null') ELSE 'null' END, ']'), ',' ORDER BY p.created_at DESC)
      FROM public.contact_point p WHERE p.organisation_id = m.organisation_id AND p.member_id = m.id
        AND p.removed_at IS NULL), '],[',
    (SELECT string_agg(concat('[', to_json(c.purpose_key), ',', public.quoted(c.channel::text), ',"', c.decision,
        '","', c.method, '",', public.epoch_ms(c.effective_at), ',', public.epoch_ms(c.recorded_at), ',',
        coalesce(public.epoch_ms(c.valid_until)::text, 'null'), ',', (c.notice_shown_id IS NOT NULL)::text, ']'), ',')
      FROM public.consent_record c WHERE c.organisation_id = m.organisation_id AND c.member_id = m.id), '],[',
    (SELECT string_agg(public.epoch_ms(coalesce(d.settled_at, d.handing_over_at))::text, ',')
      FROM public.delivery d JOIN public.mailing g ON g.organisation_id = d.organisation_id AND g.id = d.mailing_id
      WHERE d.organisation_id = m.organisation_id AND d.member_id = m.id
        AND d.state IN ('sent', 'unknown', 'handing_over') AND g.kind IN ('research', 'direct_marketing')
        AND coalesce(d.settled_at, d.handing_over_at) > now() - interval '400 days'), '],[',
    (SELECT string_agg(concat('["', s.id, '",', public.quoted(s.subject_ref::text), ',',
        coalesce(to_json(s.purpose_key)::text, 'null'), ',', public.quoted(s.channel::text), ',',
        public.epoch_ms(s.recorded_at), ',', public.quoted(s.message_kind::text), ']'), ',')
      FROM public.suppression s WHERE s.organisation_id = m.organisation_id AND s.subject_ref = m.subject_ref
        AND s.address_hash IS NULL AND s.lifted_at IS NULL), '],',
    coalesce((SELECT concat('["', e.context, '","', e.collected_by, '","', e.opt_out, '",', public.epoch_ms(e.collected_at), ']')
      FROM public.soft_opt_in_evidence e WHERE e.organisation_id = m.organisation_id AND e.member_id = m.id
      ORDER BY e.collected_at DESC, e.id DESC LIMIT 1), 'null'), ',',
    coalesce(to_json(m.age_band)::text, 'null'), ']') AS facts
  FROM public.member m;
