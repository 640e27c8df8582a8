import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { grantRole } from "@/lib/usecases/role/grant-role";
import { revokeRole } from "@/lib/usecases/role/revoke-role";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "../../support/database";
import { makeResidents } from "../../support/resident";

useDatabase();

const operator = { kind: "system", name: "operator" } as const;

async function scene() {
  const { panel } = await makeResidents("customer-voices", []);
  const email = `${randomUUID()}@landlord.example`;
  const asked = { panel, email, role: "dpo" } as const;
  const trail = async () => {
    const { organisationId } = panel;
    const where = { organisationId, eventType: { startsWith: "role." } };
    const rows = await database().ledgerEntry.findMany({ where, orderBy: { seq: "asc" } });
    return rows.map(({ eventType }) => eventType);
  };
  return { asked, trail };
}

describe("who may do what", () => {
  it("is in the trail when it is given and when it is taken back, and holds in between", async () => {
    const { asked, trail } = await scene();
    const granted = await runUseCase(grantRole, operator, { ...asked, name: "New Officer" });
    expect(granted).toMatchObject({ ok: true });
    const held = { role: "dpo", revokedAt: null, staff: { email: asked.email } } as const;
    expect(await database().roleGrant.count({ where: held })).toBe(1);
    expect(await runUseCase(revokeRole, operator, asked)).toMatchObject({ ok: true });
    expect(await database().roleGrant.count({ where: held })).toBe(0);
    expect(await runUseCase(grantRole, operator, asked)).toMatchObject({ ok: true });
    expect(await trail()).toEqual(["role.granted", "role.revoked", "role.granted"]);
  });

  it("is refused, with nothing kept, for who is not staff, has it already, or has it no more", async () => {
    const { asked, trail } = await scene();
    const refused = (code: string) => ({ ok: false, error: { code } });
    expect(await runUseCase(grantRole, operator, asked)).toMatchObject(refused("role.notStaff"));
    expect(await runUseCase(revokeRole, operator, asked)).toMatchObject(refused("role.notHeld"));
    await runUseCase(grantRole, operator, { ...asked, name: "New Officer" });
    expect(await runUseCase(grantRole, operator, asked)).toMatchObject(refused("role.held"));
    const other = await scene();
    const elsewhere = { ...other.asked, email: asked.email, name: "Same Address" };
    expect(await runUseCase(grantRole, operator, elsewhere)).toMatchObject(refused("role.notStaff"));
    expect(await trail()).toEqual(["role.granted"]);
  });
});
