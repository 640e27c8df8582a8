import { demoAddress } from "@/lib/auth/demo-people";
import { hashAddress } from "@/lib/auth/secrets";
import { readConfig } from "@/lib/config/config";
import { ok, refuse, type Result } from "@/lib/result";
import type { DemoRole } from "@/lib/schemas/sign-in";
import type { Ctx } from "../context";
import { listMembersAt } from "@/lib/queries/sign-in/list-members-at";
import { openMemberSession, openStaffSession, type Opening } from "./open-session";

type DemoSignIn = {
  readonly role: DemoRole;
  readonly panel: { readonly slug: string; readonly organisationId: string; readonly id: string };
  readonly token: string;
  readonly replaces: string | null;
};

/** Signs in a demo person at one press. Refused outside the demo, whatever the page showed. */
export async function startDemoSession(ctx: Ctx, input: DemoSignIn): Promise<Result<null>> {
  if (!readConfig().demo) return refuse("signIn.notDemo");
  const address = demoAddress(input.role, input.panel.slug);
  const opening: Opening = { token: input.token, replaces: input.replaces, method: "demo" };
  if (input.role === "resident") {
    const [member] = await listMembersAt(ctx.tx, input.panel, hashAddress(address));
    if (member === undefined) return refuse("signIn.noDemoPerson");
    await openMemberSession(ctx, member, opening);
    return ok(null);
  }
  const staff = await ctx.tx.staff.findUnique({ where: { email: address } });
  if (staff === null || staff.endedAt !== null) return refuse("signIn.noDemoPerson");
  await openStaffSession(ctx, staff, opening);
  return ok(null);
}
