/**
 * SQL for how many seconds ago the oldest entry was recorded that no checkpoint covers, over all ledgers; 0 while every one is
 * covered. A round signs within five minutes, so what is older than a quarter of an hour says that no worker signs.
 */
export const uncoveredAge = `SELECT coalesce(extract(epoch FROM now() - min(e.recorded_at)), 0)::float8
  FROM ledger_head h
  LEFT JOIN LATERAL (SELECT c.size FROM ledger_checkpoint c WHERE c.organisation_id = h.organisation_id
    AND c.epoch = h.epoch ORDER BY c.size DESC LIMIT 1) newest ON true
  JOIN ledger_entry e ON e.organisation_id = h.organisation_id AND e.seq = h.epoch_start + coalesce(newest.size, 0) + 1`;

/** As `/api/health` judges it. */
export const lateAfterSeconds = 15 * 60;
