-- What the gate judges and nothing stored: what somebody found who read a mailing's words; what the data protection officer
-- decided about an objection; that a person died or must not be called on; that calls to a number are welcome; that a mailbox
-- is a company's; and in which format a person reads.

-- A mailing's words, as its sender answered about them (law.md PE-1 to PE-6). Null: not asked about this kind, or sent before.
CREATE TYPE "mailing_promotion" AS ENUM ('none', 'recruits', 'promotes', 'sells');
CREATE TYPE "mailing_incentive" AS ENUM ('none', 'third_party_voucher', 'own_goods', 'rent_credit');
CREATE TYPE "mailing_about" AS ENUM ('own_similar', 'own', 'others');
CREATE TYPE "mailing_occasion" AS ENUM ('changed', 'needed', 'welcome');
ALTER TABLE "mailing" ADD COLUMN "promotion" "mailing_promotion",
  ADD COLUMN "incentive" "mailing_incentive",
  ADD COLUMN "about" "mailing_about",
  ADD COLUMN "occasion" "mailing_occasion";

-- What was answered is part of what was approved: it is never another afterwards.
CREATE FUNCTION refuse_change_of_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'what was answered about a mailing never changes' USING ERRCODE = 'RP001';
END
$$;
CREATE TRIGGER mailing_review_stays BEFORE UPDATE OF promotion, incentive, about, occasion ON mailing
  FOR EACH ROW WHEN ((OLD.promotion, OLD.incentive, OLD.about, OLD.occasion)
    IS DISTINCT FROM (NEW.promotion, NEW.incentive, NEW.about, NEW.occasion))
  EXECUTE FUNCTION refuse_change_of_review();
ALTER TABLE mailing ENABLE ALWAYS TRIGGER mailing_review_stays;

CREATE TYPE "reading_format" AS ENUM ('standard', 'easy_read', 'large_print');
ALTER TABLE "member" ADD COLUMN "preferred_format" "reading_format" NOT NULL DEFAULT 'standard',
  ADD COLUMN "deceased_at" TIMESTAMPTZ(3), ADD COLUMN "deceased_evidence" TEXT,
  ADD COLUMN "do_not_visit_at" TIMESTAMPTZ(3), ADD COLUMN "do_not_visit_evidence" TEXT,
  ADD COLUMN "objection_decided_at" TIMESTAMPTZ(3);
ALTER TABLE "member"
  ADD CONSTRAINT member_deceased_check CHECK (num_nonnulls(deceased_at, deceased_evidence) IN (0, 2)
    AND length(deceased_evidence) BETWEEN 1 AND 200),
  ADD CONSTRAINT member_do_not_visit_check CHECK (num_nonnulls(do_not_visit_at, do_not_visit_evidence) IN (0, 2)
    AND length(do_not_visit_evidence) BETWEEN 1 AND 200);

ALTER TABLE "contact_point" ADD COLUMN "calls_welcome_at" TIMESTAMPTZ(3), ADD COLUMN "calls_unwelcome_at" TIMESTAMPTZ(3),
  ADD COLUMN "calls_welcome_evidence" TEXT,
  ADD COLUMN "corporate_at" TIMESTAMPTZ(3), ADD COLUMN "corporate_by" UUID, ADD COLUMN "corporate_evidence" TEXT;
ALTER TABLE "contact_point"
  ADD CONSTRAINT contact_point_calls_welcome_check CHECK (
    num_nonnulls(calls_welcome_at, calls_welcome_evidence) IN (0, 2) AND length(calls_welcome_evidence) BETWEEN 1 AND 200
    AND (calls_welcome_at IS NULL OR kind = 'phone')),
  ADD CONSTRAINT contact_point_calls_unwelcome_check CHECK (calls_unwelcome_at >= calls_welcome_at
    AND (calls_unwelcome_at IS NULL OR calls_welcome_at IS NOT NULL)),
  ADD CONSTRAINT contact_point_corporate_check CHECK (
    num_nonnulls(corporate_at, corporate_by, corporate_evidence) IN (0, 3) AND length(corporate_evidence) BETWEEN 1 AND 200
    AND (corporate_at IS NULL OR kind = 'email'));

CREATE TYPE "objection_outcome_value" AS ENUM ('accepted', 'overridden');
CREATE TABLE "objection_outcome" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "purpose_key" TEXT NOT NULL,
  "outcome" "objection_outcome_value" NOT NULL,
  "reasons" TEXT NOT NULL,
  "decided_by" UUID NOT NULL,
  "decided_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "objection_outcome_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT objection_outcome_reasons_check CHECK (length(btrim(reasons)) BETWEEN 10 AND 2000)
);
CREATE INDEX "objection_outcome_member_idx" ON "objection_outcome"("organisation_id", "member_id", "decided_at");
ALTER TABLE "objection_outcome" ADD CONSTRAINT "objection_outcome_member_fkey"
  FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
GRANT SELECT, INSERT, DELETE ON objection_outcome TO panel_app;

-- The view is that of migration 11 with one place more in each address and at the end, both null for nearly everybody: whose
-- the mailbox is and whether calls are welcome; who died, may not be visited, or objected and was answered. They stand on rows
-- that are read anyhow; the table of outcomes is read only for those who have one (lib/queries/member/stored-facts.ts names the places).
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
            ORDER BY t.screened_on DESC, t.result DESC LIMIT 1), 'null') ELSE 'null' END,
        CASE WHEN p.corporate_at IS NULL AND p.calls_welcome_at IS NULL THEN ',null]' ELSE concat(',[',
          (p.corporate_at IS NOT NULL)::text, ',', coalesce(public.epoch_ms(p.calls_welcome_at)::text, 'null'), ',',
          coalesce(public.epoch_ms(p.calls_unwelcome_at)::text, 'null'), ']]') END), ',' ORDER BY p.created_at DESC)
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
    coalesce(to_json(m.age_band)::text, 'null'), ',',
    CASE WHEN m.deceased_at IS NULL AND m.do_not_visit_at IS NULL AND m.objection_decided_at IS NULL THEN 'null'
      ELSE concat('[', (m.deceased_at IS NOT NULL)::text, ',', (m.do_not_visit_at IS NOT NULL)::text, ',[',
        CASE WHEN m.objection_decided_at IS NOT NULL THEN
          (SELECT string_agg(concat('["', o.id, '",', to_json(o.purpose_key), ',"', o.outcome, '",',
              public.epoch_ms(o.decided_at), ']'), ',' ORDER BY o.decided_at)
            FROM public.objection_outcome o WHERE o.organisation_id = m.organisation_id AND o.member_id = m.id) END,
        ']]') END, ']') AS facts
  FROM public.member m;

-- An objection that nobody answered is called so from now on: those who objected are decided again.
UPDATE contact_permission p SET valid_until = now() WHERE EXISTS (SELECT FROM consent_record c
  WHERE c.organisation_id = p.organisation_id AND c.member_id = p.member_id AND c.decision = 'objected');
