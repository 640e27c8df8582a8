import { statement } from "@/lib/db/transaction";
import { appendEntry } from "@/lib/ledger/append";
import { journalErasure } from "@/lib/ledger/journal/erasures";
import type { ErasureReason } from "@/lib/policy/erasure";
import { ok, refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { keepStops } from "../suppression/keep-stops";
import { lockPerson } from "./lock-person";
import { removePerson, type Person } from "./remove-person";

export type Erasure = {
  readonly panel: { readonly organisationId: string; readonly id: string };
  readonly memberId: string;
  readonly reasonCode: ErasureReason;
  /** The disposal run that erases them, and the rules and days it does so for. */
  readonly because?: { readonly runId: string; readonly disposed: readonly string[] };
};

/** The entry that stands for them from now on. */
export type Erased = { readonly seq: bigint };

const destroyKey = { name: "destroy-key", text: "SELECT keyring.destroy_key($1, $2)" };

/**
 * What is done to a person whose row is locked: their stops are kept by hash, everything live about them goes, their key is
 * destroyed, and the last entry about them says so. The journal has it before anybody is told (UK GDPR 17; law.md RT-4).
 */
export async function erasePerson(
  ctx: Ctx,
  { panel, reasonCode, because }: Erasure,
  person: Person,
): Promise<bigint> {
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
    data: { reasonCode, stopsKept: String(stopsKept), gone, ...because },
  });
}

/** Erases a member. Refuses while something suspends their deletion, and says what (law.md RT-2). */
export async function eraseMember(ctx: Ctx, erasure: Erasure): Promise<Result<Erased>> {
  const { panel, memberId } = erasure;
  const { organisationId, id: panelId } = panel;
  if (actingStaff(ctx, "member.erase", panelId) === null) return refuse("form.notPermitted");
  const member = await lockPerson(ctx, { organisationId, panelId, memberId });
  if (member === null) return refuse("erasure.gone");
  if (member.keptBy !== null) return refuse(`erasure.${member.keptBy}`);
  const person = { organisationId, memberId, subjectRef: member.subjectRef };
  return ok({ seq: await erasePerson(ctx, erasure, person) });
}
