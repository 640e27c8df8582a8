import { notFound } from "next/navigation";
import { z } from "zod";
import type { Granted } from "@/lib/auth/require-actor";
import { getDisposalRun, type DisposalRunView } from "@/lib/queries/disposal/get-disposal-run";

/** The run of this id on the viewer's panel; there is no such page otherwise. */
export async function runOr404(granted: Granted, id: string): Promise<DisposalRunView> {
  const run = z.uuid().safeParse(id).success ? await getDisposalRun(granted, id) : null;
  if (run === null) notFound();
  return run;
}
