-- Who is left out and why is counted from the index too, as who is asked is: the rows of one area lie scattered over all of
-- the table, and reading them took three times as long (docs/decisions/0010-permission-at-scale.md).
DROP INDEX contact_permission_audience_idx;
CREATE INDEX contact_permission_audience_idx
  ON contact_permission (organisation_id, panel_id, area, last_asked_at) INCLUDE (permitted, member_id, reasons)
  WHERE state = 'member';
