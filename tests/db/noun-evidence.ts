/** Tables of the later nouns whose rows are evidence: read and added to, nothing else. */
export const nounEvidence = [
  "accountability_record",
  "request_clock_event",
  "tps_screening",
  "soft_opt_in_evidence",
  "disclosure",
  "draw",
  "legal_hold_step",
  "disposal_certificate",
  "ledger_checkpoint",
  "ledger_tile",
  "checkpoint_key",
  "checkpoint_cosignature",
  "checkpoint_publication",
];

/** Cases, and the columns of each that stay as they were received. */
export const received: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ["data_subject_request", ["kind", "subject_ref", "method", "received_at"]],
  ["recipient_notification", ["request_id", "recipient_key"]],
  ["complaint", ["subject_ref", "method", "received_at", "acknowledge_by", "housing_case_reference"]],
  ["incident", ["aware_at", "recorded_by", "recorded_at"]],
  ["legal_hold", ["member_id", "ground", "reason", "placed_by", "placed_at"]],
  ["disposal_run", ["as_of", "items_hash", "simulated_by", "simulated_at"]],
  ["disposal_item", ["subject_ref", "rule_key", "due_on", "action"]],
  ["notice_due", ["policy_version_id", "queued_at"]],
  ["application_round", ["key", "panel_id"]],
];
