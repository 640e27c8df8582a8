import { z } from "zod";
import type { Granted } from "@/lib/auth/require-actor";
import { getPack, type PackView } from "@/lib/queries/evidence/get-pack";

/** The pack of this id that the viewer asked for, or null. */
export async function findPack(granted: Granted, id: string): Promise<PackView | null> {
  return z.uuid().safeParse(id).success ? getPack(granted, id) : null;
}
