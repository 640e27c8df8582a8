-- The data protection officers are written to as soon as sending is held, once for each hold, whoever found the reason: not by
-- the nightly check alone. Of what is held already they were told by that.

ALTER TABLE "ledger_hold" ADD COLUMN "told_at" TIMESTAMPTZ(3) DEFAULT now();
ALTER TABLE "ledger_hold" ALTER COLUMN "told_at" DROP DEFAULT;
ALTER TABLE ledger_hold ADD CONSTRAINT ledger_hold_told_at_check CHECK (told_at >= opened_at);
GRANT UPDATE (told_at) ON ledger_hold TO panel_app;

-- As in migration 15, and told of once.
DROP TRIGGER ledger_hold_release_only ON ledger_hold;
CREATE TRIGGER ledger_hold_release_only BEFORE UPDATE ON ledger_hold
  FOR EACH ROW EXECUTE FUNCTION refuse_second_end('{told_at,released_at,released_by}');
ALTER TABLE ledger_hold ENABLE ALWAYS TRIGGER ledger_hold_release_only;
