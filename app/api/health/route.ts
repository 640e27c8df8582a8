import type { NextRequest } from "next/server";
import { getHealth } from "@/lib/queries/operations/get-health";
import { isWell } from "./is-well";

export const dynamic = "force-dynamic";

/**
 * `?probe=live`: this process answers. `?probe=ready`: it may be sent visitors. Without a probe: everything works.
 * 200 or 503, with what each part says. Open to all: it names no address, no person and no version.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const probe = request.nextUrl.searchParams.get("probe") ?? "all";
  const headers = { "cache-control": "no-store" };
  if (probe === "live") return Response.json({ ok: true }, { headers });
  const health = await getHealth();
  const ok = isWell(probe, health);
  return Response.json({ ok, ...health }, { status: ok ? 200 : 503, headers });
}
