import { readConfig } from "@/lib/config/config";
import { ok, refuse, type Result } from "@/lib/result";
import type { DemoRole } from "@/lib/schemas/sign-in";
import { runUseCase } from "@/lib/usecases/run";
import { startDemoSession } from "@/lib/usecases/sign-in/start-demo-session";
import type { Call, Outcome } from "../form-action";
import { enter, freshOpening } from "./enter";

function homeOf(role: DemoRole, slug: string): string {
  if (role === "resident") return "/my";
  return role === "dpo" || role === "auditor" ? `/dpo/${slug}` : `/staff/${slug}`;
}

/** Signs in as a demo person at one press. Outside the demo there is no such press. */
export async function playDemoPerson({ panel }: Call, role: DemoRole): Promise<Result<Outcome>> {
  if (!readConfig().demo) return refuse("signIn.notDemo");
  const opening = await freshOpening("demo");
  const started = await runUseCase(startDemoSession, { kind: "anonymous" }, { role, panel, ...opening });
  if (!started.ok) return started;
  await enter(opening.token);
  return ok({ redirectTo: homeOf(role, panel.slug) });
}
