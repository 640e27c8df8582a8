import { statement, type Tx } from "@/lib/db/transaction";
import { decideContactPermission, decisionInstant, type MemberFacts } from "@/lib/policy/contact-permission";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

/** What the SQL function `store_permission` takes for one member: id, permitted and reasons in hexadecimal, valid until. */
export type PermissionRow = readonly [string, string, string, string | null];

/** The contact permission of a member with these facts, decided now and ready to be stored. */
export function permissionRow(panel: PanelView, id: string, facts: MemberFacts, at: Date): PermissionRow {
  const instant = decisionInstant(facts, at.getTime());
  const { permitted, reasons, validUntil } = decideContactPermission(panel.document, facts, instant);
  return [
    id,
    Buffer.from(permitted).toString("hex"),
    Buffer.from(reasons).toString("hex"),
    validUntil === null ? null : new Date(validUntil).toISOString(),
  ];
}

const store = { name: "store_permission", text: "SELECT store_permission($1, $2, $3)" };

/**
 * Rewrites the contact permission of these members from what is recorded now, in the caller's transaction. Lock the
 * member rows first when something else may decide about them at the same time.
 */
export async function projectPermission(
  tx: Tx,
  panel: PanelView,
  memberIds: readonly string[],
  at: Date,
): Promise<void> {
  const facts = await loadMemberFacts(panel.organisationId, memberIds, tx);
  const rows = [...facts].map(([id, memberFacts]) => permissionRow(panel, id, memberFacts, at));
  await statement(tx, store, [panel.organisationId, panel.policyNumber, rows]);
}
