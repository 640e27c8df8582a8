import type pg from "pg";
import { newId } from "@/lib/id";
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
    { organisationId, id, memberId, ...decided, decidedBy, decidedAt: at },
  ]);
  return id;
}

/** A restriction whose end was announced and has come, for the mail that announced it. */
export async function makeLiftedRestriction({ id }: TestMember, at: number): Promise<void> {
  const lifting = { restrictedAt: new Date(at - day), restrictionLiftsAt: new Date(at) };
  const restriction = { ...lifting, restrictionLiftReason: "We have put your address right." };
  await arranged(async (tx) => tx.member.updateMany({ where: { id }, data: restriction }));
}
