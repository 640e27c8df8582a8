import type { NextRequest } from "next/server";
import { getHealth, type Health } from "@/lib/queries/operations/get-health";

export const dynamic = "force-dynamic";

/**
 * Which parts each probe insists on: `ready` may serve visitors; without a name, the whole product works. What a nightly check
 * found (`permission`) is told and no part of it: nobody's visit or restart waits for what a person has to look into.
 */
const NEEDED: Readonly<Record<string, readonly (keyof Health)[]>> = {
  ready: ["database", "migrations"],
  all: ["database", "migrations", "worker", "mail", "ledger", "checkpoints"],
};

/**
 * `?probe=live`: this process answers. `?probe=ready`: it may be sent visitors. Without a probe: everything works.
 * 200 or 503, with what each part says. Open to all: it names no address, no person and no version.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const probe = request.nextUrl.searchParams.get("probe") ?? "all";
  const headers = { "cache-control": "no-store" };
  if (probe === "live") return Response.json({ ok: true }, { headers });
  const health = await getHealth();
  const ok = (NEEDED[probe] ?? []).every((part) => health[part] === "ok") && probe in NEEDED;
  return Response.json({ ok, ...health }, { status: ok ? 200 : 503, headers });
}
