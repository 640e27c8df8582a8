import type pg from "pg";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import { runUseCase } from "@/lib/usecases/run";
import { recordSentTelling } from "@/lib/usecases/telling/record-sent-telling";
import { insertRows } from "@/prisma/seed/insert-rows";
import { arranged } from "./arranged";
import type { TestMember, TestPanel } from "./panel";

const day = 86_400_000;

/** An objection that was overridden, for the mail that says so. */
export async function makeDecidedObjection(
  client: pg.ClientBase,
  { organisationId, staffId: decidedBy }: TestPanel,
  { id: memberId }: TestMember,
  at: number,
): Promise<string> {
  const id = newId();
  const decided = {
    purposeKey: "research",
    outcome: "overridden",
    reasons: "A court asked.\n\nIt is the law.",
  };
  await insertRows(client, "objection_outcome", [
    { organisationId, id, memberId, ...decided, decidedBy, decidedAt: at, toldAt: at },
  ]);
  return id;
}

/** A restriction whose end was announced and has come, for the mail that announced it. */
export async function makeLiftedRestriction({ id }: TestMember, at: number): Promise<void> {
  const lifting = { restrictedAt: new Date(at - day), restrictionLiftsAt: new Date(at) };
  const restriction = { ...lifting, restrictionLiftReason: "We have put your address right." };
  await arranged(async (tx) => tx.member.updateMany({ where: { id }, data: restriction }));
}

/** What the worker does about mails that told somebody what was decided: all that were sent by now. */
export async function recordTellings(): Promise<number> {
  for (let told = 0; ; told += 1) {
    const next = await runUseCase(recordSentTelling, { kind: "system", name: "worker" }, null);
    if (!next.ok || !next.value) return told;
  }
}

/** As if the mail of this template to the member had ended so, now; and what the worker then does. */
export async function settleMail(
  { id: memberId }: Pick<TestMember, "id">,
  template: "objection-decided" | "restriction-lifting",
  state: "sent" | "failed" | "unknown" = "sent",
): Promise<void> {
  const count = await database().$executeRaw`
    UPDATE delivery SET state = ${state}::delivery_state, attempts = 1, handing_over_at = now(), settled_at = now(),
      message_id = id::text, hand_over_decision_id = gate_decision_id
    WHERE member_id = ${memberId}::uuid AND template = ${template} AND state = 'queued'`;
  if (count === 0) throw new Error("No such mail waits");
  await recordTellings();
}
