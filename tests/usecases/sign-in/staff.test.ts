import { describe, expect, it } from "vitest";
import { linkStaffAccount } from "@/lib/auth/link-staff-account";
import { hashToken, newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { runUseCase } from "@/lib/usecases/run";
import { endSession } from "@/lib/usecases/sign-in/end-session";
import { startStaffSession } from "@/lib/usecases/sign-in/start-staff-session";
import { sql, useDatabase } from "@/tests/support/database";
import { openPanel, someone } from "@/tests/support/joining";

const held = useDatabase();

describe("staff who come from the organisation's provider", () => {
  it("get a session with its line in the trail", async () => {
    const { panel, made } = await openPanel("customer-voices");
    const token = newToken();
    const result = await runUseCase(startStaffSession, someone, {
      staffId: made.staffId,
      token,
      method: "openIdConnect",
    });
    expect(result).toEqual({ ok: true, value: null });
    const session = await database().signInSession.findUniqueOrThrow({
      where: { tokenHash: hashToken(token) },
    });
    expect(session).toMatchObject({ staffId: made.staffId, memberId: null });
    const entry = await database().ledgerEntry.findFirstOrThrow({
      where: { organisationId: panel.organisationId, eventType: "session.started" },
    });
    expect(entry).toMatchObject({ actorKind: "staff", actorRef: made.staffId, subjectRef: null });
  });

  it("are refused once they have left", async () => {
    const { made } = await openPanel("customer-voices");
    await sql(held.appUrl, "UPDATE staff SET ended_at = now() WHERE id = $1", [made.staffId]);
    const input = { staffId: made.staffId, token: newToken(), method: "openIdConnect" as const };
    expect(await runUseCase(startStaffSession, someone, input)).toMatchObject({
      ok: false,
      error: { code: "signIn.notStaff" },
    });
  });

  it("are linked by a verified address only, once, and by their account from then on", async () => {
    const { made } = await openPanel("customer-voices");
    const { email } = await database().staff.findUniqueOrThrow({ where: { id: made.staffId } });
    const account = newToken();
    expect(await linkStaffAccount(account, { email })).toBe(false);
    expect(await linkStaffAccount(account, { email, email_verified: false })).toBe(false);
    expect(await linkStaffAccount(account, { email: "nobody@mail.example", email_verified: true })).toBe(
      false,
    );
    expect(await linkStaffAccount(account, { email: email.toUpperCase(), email_verified: true })).toBe(true);
    expect(await linkStaffAccount(account, undefined)).toBe(true);
    await sql(held.appUrl, "UPDATE staff SET ended_at = now() WHERE id = $1", [made.staffId]);
    expect(await linkStaffAccount(account, { email, email_verified: true })).toBe(false);
  });

  it("are signed out on the server, not only in the browser", async () => {
    const { made } = await openPanel("customer-voices");
    const token = newToken();
    await runUseCase(startStaffSession, someone, { staffId: made.staffId, token, method: "openIdConnect" });
    await runUseCase(endSession, someone, { token });
    expect(await database().signInSession.count({ where: { tokenHash: hashToken(token) } })).toBe(0);
  });
});
