-- Whose details are put aside is asked wherever people are counted or listed, and hardly anybody's are (law.md RR-10).
CREATE INDEX member_restricted_idx ON member (organisation_id, panel_id) WHERE restricted_at IS NOT NULL;
