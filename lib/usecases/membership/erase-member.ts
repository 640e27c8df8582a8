import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { journalErasure } from "@/lib/ledger/journal/erasures";
import { lockKey } from "@/lib/messaging/hand-over-lock";
import type { ErasureReason } from "@/lib/policy/erasure";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { deletionSuspended } from "../legal-hold/deletion-suspended";
import { keepStops } from "../suppression/keep-stops";
import { removePerson, type Person } from "./remove-person";

export type Erasure = {
  readonly panel: { readonly organisationId: string; readonly id: string };
  readonly memberId: string;
  readonly reasonCode: ErasureReason;
};

/** The entry that stands for them from now on. */
export type Erased = { readonly seq: bigint };

const passGate = {
  name: "erase-pass-gate",
  text: `SELECT FROM (SELECT $1::uuid AS member_id) m WHERE pg_advisory_xact_lock(${lockKey}) IS NOT NULL`,
};

const lockMember = {
  name: "erase-lock-member",
  text: `SELECT subject_ref::text AS "subjectRef" FROM member
    WHERE organisation_id = $1 AND panel_id = $2 AND id = $3 FOR UPDATE`,
};

const destroyKey = { name: "destroy-key", text: "SELECT keyring.destroy_key($1, $2)" };

/**
 * What is done to a person whose row is locked: their stops are kept by hash, everything live about them goes, their key is
 * destroyed, and the last entry about them says so. The journal has it before anybody is told (UK GDPR 17; law.md RT-4).
 */
export async function erasePerson(ctx: Ctx, { panel, reasonCode }: Erasure, person: Person): Promise<bigint> {
  const { organisationId, subjectRef } = person;
  const stopsKept = await keepStops(ctx, person);
  const gone = await removePerson(ctx, person);
  await statement(ctx.tx, destroyKey, [organisationId, subjectRef]);
  journalErasure(ctx.tx, {
    ...{ organisation: organisationId, panel: panel.id, subject: subjectRef },
    ...{ reasonCode, at: ctx.at.toISOString() },
  });
  return appendEntry(ctx, organisationId, {
    ...{ eventType: "subject.erased", panelId: panel.id, subjectRef, effectiveAt: ctx.at },
    data: { reasonCode, stopsKept: String(stopsKept), gone },
  });
}

/**
 * Erases a member. No message is in a worker's hands meanwhile, and none begins: the lock that orders a hand-over and a
 * "no" is held to the end. Refuses while something suspends their deletion, and says what (law.md RT-2).
 */
export async function eraseMember(ctx: Ctx, erasure: Erasure): Promise<Result<Erased>> {
  const { panel, memberId } = erasure;
  const { organisationId, id: panelId } = panel;
  if (actingStaff(ctx, "member.erase", panelId) === null) return refuse("form.notPermitted");
  await statement(ctx.tx, passGate, [memberId]);
  const values = [organisationId, panelId, memberId];
  const [member] = await statement<{ subjectRef: string }>(ctx.tx, lockMember, values);
  if (member === undefined) return refuse("erasure.gone");
  const keptBy = await deletionSuspended(ctx, { organisationId, panelId, memberId });
  if (keptBy !== null) return refuse(`erasure.${keptBy}`);
  const person = { organisationId, memberId, subjectRef: member.subjectRef };
  return ok({ seq: await erasePerson(ctx, erasure, person) });
}
