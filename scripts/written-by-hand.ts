/**
 * What migrations add beyond the datamodel, which Prisma would therefore drop. Whoever writes one by hand adds its name.
 * Prisma leaves alone by itself what it cannot see: checks, triggers, functions, grants, partial and expression indexes.
 */
export const writtenByHand: ReadonlySet<string> = new Set([
  // Links that only the database walks: as a relation each would give both models a field that nobody reads.
  "consent_evidence_consent_record_fkey",
  "consent_record_notice_shown_fkey",
  "consent_record_policy_version_fkey",
  "delivery_gate_decision_fkey",
  "delivery_hand_over_decision_fkey",
  "delivery_notice_shown_fkey",
  "list_upload_panel_fkey",
  "notice_shown_privacy_notice_fkey",
  "panel_policy_version_fkey",
  "permission_run_panel_fkey",
  "panel_privacy_notice_fkey",
  "privacy_notice_policy_version_fkey",
  // Prisma has no word for INCLUDE, nor for an operator class on a B-tree.
  "member_reference_prefix_idx",
]);

const DROPPED =
  /-- Drop(?:ForeignKey|Index)\n(?:ALTER TABLE "\w+" DROP CONSTRAINT|DROP INDEX) "(\w+)";\n\n?/gu;
/** PostgreSQL writes a bytea default back in other letters than it was given; the engine takes that for a change. */
const SAME_DEFAULT =
  /-- AlterTable\nALTER TABLE "\w+" (?:ALTER COLUMN "\w+" SET DEFAULT '\\x'::bytea[,;]\n)+\n?/gu;
const NOTHING = "-- This is an empty migration.";

/** A script of Prisma's schema engine without the statements that would undo what is meant to stay. */
export function withoutHandwriting(script: string): string {
  return script
    .replace(DROPPED, (block, name: string) => (writtenByHand.has(name) ? "" : block))
    .replace(SAME_DEFAULT, "")
    .replace(NOTHING, "")
    .trimStart();
}
