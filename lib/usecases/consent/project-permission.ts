import type { Tx } from "@/lib/db/transaction";
import { decideContactPermission } from "@/lib/policy/contact-permission";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import type { PanelView } from "@/lib/queries/panel/get-panel";

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
  const rows = [...facts].map(([id, memberFacts]) => {
    const packed = decideContactPermission(panel.document, memberFacts, at.getTime());
    return {
      id,
      bits: String(BigInt.asIntN(64, packed.bits)),
      reasons: Buffer.from(packed.reasons).toString("hex"),
      valid_until: packed.validUntil === null ? null : new Date(packed.validUntil).toISOString(),
    };
  });
  await tx.$executeRaw`
    update member m set permission_bits = r.bits, permission_reasons = decode(r.reasons, 'hex'),
      permission_valid_until = r.valid_until, permission_policy_number = ${panel.policyNumber}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, bits bigint, reasons text, valid_until timestamptz)
    where m.organisation_id = ${panel.organisationId}::uuid and m.id = r.id`;
}
