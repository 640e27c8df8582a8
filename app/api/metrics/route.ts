import { createHash, timingSafeEqual } from "node:crypto";
import { readConfig } from "@/lib/config/config";
import { getMetrics } from "@/lib/queries/operations/get-metrics";

export const dynamic = "force-dynamic";

/** Hashes of equal length, so that neither time nor length tells anything about the token. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Prometheus metrics for who holds METRICS_TOKEN; where none is set, there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = readConfig();
  if (metricsToken === undefined) return new Response(null, { status: 404 });
  if (!same(request.headers.get("authorization") ?? "", `Bearer ${metricsToken}`)) {
    return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  }
  const { type, text } = await getMetrics();
  return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
}
