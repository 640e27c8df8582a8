import { expect, it } from "vitest";
import { newToken } from "@/lib/auth/secrets";
import { database } from "@/lib/db/client";
import { demoRoles } from "@/lib/schemas/sign-in";
import { runUseCase } from "@/lib/usecases/run";
import { startDemoSession } from "@/lib/usecases/sign-in/start-demo-session";
import { useDatabase } from "@/tests/support/database";
import { openPanel, someone } from "@/tests/support/joining";

useDatabase();

it.each(demoRoles)("one-press sign-in as %s is impossible outside the demo", async (role) => {
  const { panel } = await openPanel("customer-voices");
  const input = { role, panel, token: newToken(), replaces: null };
  const result = await runUseCase(startDemoSession, someone, input);
  expect(result).toMatchObject({ ok: false, error: { code: "signIn.notDemo" } });
  expect(await database().signInSession.count()).toBe(0);
});
