import { beforeEach, describe, expect, it } from "vitest";
import { sessionAdapter } from "@/lib/auth/adapter";
import { newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { runUseCase } from "@/lib/usecases/run";
import { startStaffSession } from "@/lib/usecases/sign-in/start-staff-session";
import { sql, useDatabase } from "@/tests/support/database";
import { openPanel, someone } from "@/tests/support/joining";

const held = useDatabase();
const adapter = sessionAdapter();
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe("the sessions next-auth reads", () => {
  let token = "";
  let staffId = "";

  beforeEach(async () => {
    const { made } = await openPanel("customer-voices");
    token = newToken();
    staffId = made.staffId;
    await runUseCase(startStaffSession, someone, { staffId, token, method: "openIdConnect" });
  });

  const read = () => adapter.getSessionAndUser?.(token);

  it("name the person and carry no address", async () => {
    expect(await read()).toMatchObject({ user: { id: `staff:${staffId}`, email: "" } });
  });

  it("are found by the token only, never by what is stored", async () => {
    const row = await database().signInSession.findFirstOrThrow({ where: { staffId } });
    expect(await adapter.getSessionAndUser?.(row.tokenHash)).toBeNull();
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("end when they were not used for thirty minutes", async () => {
    await sql(
      held.appUrl,
      "UPDATE sign_in_session SET created_at = now() - interval '31 minutes', seen_at = created_at, expires_at = now() - interval '1 minute' WHERE staff_id = $1",
      [staffId],
    );
    expect(await read()).toBeNull();
  });

  it("are prolonged by use, but end twelve hours after they began", async () => {
    await adapter.updateSession?.({ sessionToken: token, expires: minutes(30) });
    const used = await database().signInSession.findFirstOrThrow({ where: { staffId } });
    expect(used.expiresAt.getTime()).toBeGreaterThan(minutes(29).getTime());
    await adapter.updateSession?.({ sessionToken: token, expires: minutes(24 * 60) });
    const { createdAt, expiresAt } = await database().signInSession.findFirstOrThrow({ where: { staffId } });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(12 * 60 * 60_000);
  });

  it("are gone once deleted, and nobody is created by signing in", async () => {
    await adapter.deleteSession?.(token);
    expect(await read()).toBeNull();
    expect(() => adapter.createUser?.({ email: "x@mail.example", emailVerified: null })).toThrow();
  });
});
