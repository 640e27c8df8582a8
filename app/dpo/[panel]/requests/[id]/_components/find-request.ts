import type { Granted } from "@/lib/auth/require-actor";
import { getRequest, type RequestView } from "@/lib/queries/rights-request/get-request";
import { requestIdSchema } from "@/lib/schemas/rights-request";

/** The request of the page's address; null where there is none on this panel. */
export async function findRequest(granted: Granted, id: string): Promise<RequestView | null> {
  const read = requestIdSchema.safeParse(id);
  return read.success ? getRequest(granted, read.data) : null;
}
