import { randomUUID } from "node:crypto";
import type { Fields } from "./rows";

const at = "2029-05-20T13:00:00Z";
const later = "2029-05-20T15:00:00Z";

/** Acceptable rows of what the data protection officer's pages keep, and of what waits for the ledger. */
export const trailRows: Readonly<Record<string, () => Fields>> = {
  trail_view: () => ({
    organisation_id: randomUUID(),
    id: randomUUID(),
    panel_id: randomUUID(),
    staff_id: randomUUID(),
    name: "Yes to news",
    filter: "{}",
    created_at: at,
  }),
  ledger_check: () => ({
    organisation_id: randomUUID(),
    night: "2029-05-20",
    started_at: at,
    finished_at: later,
    good: true,
  }),
  evidence_pack: () => ({
    organisation_id: randomUUID(),
    id: randomUUID(),
    panel_id: randomUUID(),
    subject_ref: randomUUID(),
    asked_by: randomUUID(),
    asked_at: at,
    entry_seq: 7,
    done: 1,
    total: 2,
  }),
  waiting_entry: () => ({
    organisation_id: randomUUID(),
    id: randomUUID(),
    waiting_since: at,
    pieces: Array.from({ length: 13 }, () => null),
  }),
  evidence_pack_part: () => ({
    organisation_id: randomUUID(),
    pack_id: randomUUID(),
    number: 0,
    bytes: Buffer.from("PK"),
  }),
};

/** Constraint, its table, and what makes an acceptable row break it. */
export const trailRules: readonly (readonly [constraint: string, table: string, broken: Fields])[] = [
  ["trail_view_name_check", "trail_view", { name: " News" }],
  ["trail_view_name_check", "trail_view", { name: "x".repeat(81) }],
  ["ledger_check_finished_check", "ledger_check", { good: null }],
  ["evidence_pack_about_check", "evidence_pack", { activity_id: randomUUID() }],
  ["evidence_pack_progress_check", "evidence_pack", { done: 3 }],
  ["evidence_pack_failed_check", "evidence_pack", { failure_code: "pack.failed" }],
  ["waiting_entry_pieces_check", "waiting_entry", { pieces: ["short"] }],
  ["evidence_pack_part_number_check", "evidence_pack_part", { number: -1 }],
];
