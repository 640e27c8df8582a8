-- Requests are received, worked on and answered (law.md RR-1 to RR-9). Which mail told the person what, so that whether it
-- went out can be shown beside it: an extension whose notice did not go out lengthens nothing (UK GDPR 12A(4)). Deliveries go
-- with an erased person, so nothing refers to them.

ALTER TABLE data_subject_request ADD COLUMN receipt_delivery_id uuid, ADD COLUMN answer_delivery_id uuid;
ALTER TABLE request_clock_event ADD COLUMN delivery_id uuid;
GRANT UPDATE (receipt_delivery_id, answer_delivery_id) ON data_subject_request TO panel_app;

-- Who waits for an answer is asked on each visit of the overview; who had theirs is kept for years.
CREATE INDEX data_subject_request_open_idx ON data_subject_request (organisation_id, panel_id, due_on, id)
  WHERE closed_at IS NULL;

-- A request keeps what its outcome was.
CREATE FUNCTION refuse_change_of_closed_request() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'a closed request stays as it is' USING ERRCODE = 'RP001';
END
$$;
CREATE TRIGGER data_subject_request_closed_once
  BEFORE UPDATE OF due_on, outcome, outcome_reason, closed_at ON data_subject_request
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_closed_request();
ALTER TABLE data_subject_request ENABLE ALWAYS TRIGGER data_subject_request_closed_once;
