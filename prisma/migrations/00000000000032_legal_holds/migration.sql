-- Legal holds that people place and let go (UK GDPR 17(3)(e); law.md RT-2). One person proposes that a hold ends, another
-- ends it; what was thought about it in between is kept. And what suspends deletion is said in one place: four things do.

-- 1. Who released a hold is who proposed it, from when they did: until somebody else agrees it holds as before.

ALTER TABLE legal_hold RENAME COLUMN released_by TO release_proposed_by;
ALTER TABLE legal_hold ADD COLUMN release_proposed_at TIMESTAMPTZ(3),
  DROP CONSTRAINT legal_hold_released_check;
ALTER TABLE legal_hold DISABLE TRIGGER legal_hold_released_once;
UPDATE legal_hold SET release_proposed_at = released_at WHERE released_at IS NOT NULL;
ALTER TABLE legal_hold ENABLE ALWAYS TRIGGER legal_hold_released_once;

ALTER TABLE legal_hold
  -- An open request or complaint of our own and a restriction suspend deletion by themselves: nobody places a hold for them.
  ADD CONSTRAINT legal_hold_ground_check CHECK (ground IN ('legal_claim', 'open_complaint')),
  ADD CONSTRAINT legal_hold_proposed_check
    CHECK (num_nonnulls(release_proposed_by, release_proposed_at, release_reason) IN (0, 3)
      AND release_reason ~ '\S' AND release_proposed_at >= placed_at),
  ADD CONSTRAINT legal_hold_released_check
    CHECK (num_nonnulls(release_approved_by, released_at) IN (0, 2)
      AND (released_at IS NULL OR (released_at >= release_proposed_at) IS TRUE));
GRANT UPDATE (release_proposed_at) ON legal_hold TO panel_app;

-- 2. What was thought about a hold since it was placed, in words: the entries of the ledger say who and when, and never why.

CREATE TYPE "legal_hold_step_kind" AS ENUM ('reviewed', 'release_proposed', 'release_withdrawn');

CREATE TABLE "legal_hold_step" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "legal_hold_id" UUID NOT NULL,
    "kind" "legal_hold_step_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "owner_id" UUID,
    "review_on" DATE,

    CONSTRAINT "legal_hold_step_pkey" PRIMARY KEY ("organisation_id","id")
);
CREATE INDEX "legal_hold_step_hold_idx" ON "legal_hold_step"("organisation_id", "legal_hold_id", "taken_at");
ALTER TABLE "legal_hold_step" ADD CONSTRAINT "legal_hold_step_hold_fkey" FOREIGN KEY ("organisation_id", "legal_hold_id") REFERENCES "legal_hold"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE legal_hold_step
  ADD CONSTRAINT legal_hold_step_reason_check CHECK (reason ~ '\S'),
  ADD CONSTRAINT legal_hold_step_reviewed_check
    CHECK (num_nonnulls(owner_id, review_on) = CASE WHEN kind = 'reviewed' THEN 2 ELSE 0 END),
  ADD CONSTRAINT legal_hold_step_review_on_check CHECK (review_on > (taken_at AT TIME ZONE 'Europe/London')::date);

GRANT SELECT, INSERT ON legal_hold_step TO panel_app;
CREATE TRIGGER legal_hold_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON legal_hold_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence();
ALTER TABLE legal_hold_step ENABLE ALWAYS TRIGGER legal_hold_step_append_only;
CREATE CONSTRAINT TRIGGER legal_hold_step_in_ledger AFTER INSERT ON legal_hold_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION must_be_in_the_ledger();

-- 3. What suspends the deletion of a member, the strongest first, or null (lib/policy/legal-hold.ts says it in words). A
-- request for erasure is not in the way of what it asks for, and of the grounds of a restriction only 18(1)(b) and (c)
-- are about keeping.

CREATE FUNCTION deletion_suspended_by(for_organisation uuid, for_panel uuid, for_member uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM public.legal_hold h WHERE h.organisation_id = for_organisation AND h.released_at IS NULL
        AND h.member_id = for_member)
      OR EXISTS (SELECT FROM public.legal_hold h WHERE h.organisation_id = for_organisation AND h.released_at IS NULL
        AND h.member_id IS NULL AND h.panel_id = for_panel) THEN 'legal_hold'
    WHEN EXISTS (SELECT FROM public.data_subject_request r WHERE r.organisation_id = for_organisation
        AND r.subject_ref = m.subject_ref AND r.closed_at IS NULL AND r.kind <> 'erasure') THEN 'open_request'
    WHEN EXISTS (SELECT FROM public.complaint c WHERE c.organisation_id = for_organisation
        AND c.subject_ref = m.subject_ref AND c.outcome_told_at IS NULL) THEN 'open_complaint'
    WHEN m.restricted_at IS NOT NULL AND m.restriction_ground IN ('unlawful', 'legal_claims')
      AND (m.restriction_lifts_at IS NULL OR m.restriction_lifts_at > now()) THEN 'restriction'
    END
  FROM public.member m WHERE m.organisation_id = for_organisation AND m.id = for_member
$$;
REVOKE EXECUTE ON FUNCTION deletion_suspended_by FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deletion_suspended_by TO panel_app;

-- As before (migration 4), for all four. A recovery repeats erasures that were lawful and acknowledged when they happened:
-- what kept the person in the older copy had ended by then, and nobody can end it again in their names. It counts only
-- while the ledger is behind, and nothing but a recovery goes on then (docs/decisions/0016-sealed-and-erased.md).
CREATE OR REPLACE FUNCTION refuse_deletion_of_held() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  kept_by CONSTANT text := public.deletion_suspended_by(OLD.organisation_id, OLD.panel_id, OLD.id);
BEGIN
  IF kept_by IS NULL OR current_setting('panel.recovering', true) = OLD.organisation_id::text AND EXISTS (
    SELECT FROM public.ledger_hold WHERE organisation_id = OLD.organisation_id AND reason = 'behind' AND released_at IS NULL)
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'this member is kept: %', kept_by USING ERRCODE = 'RP001';
END
$$;
