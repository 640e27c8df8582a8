import { notFound } from "next/navigation";
import { z } from "zod";
import type { Granted } from "@/lib/auth/require-actor";
import { getDecisionList, type DecisionList } from "@/lib/queries/decision-import/get-decision-list";

/** A list of decisions by the id in the address; "not found" where there is none, or its day is over. */
export async function listOr404(granted: Granted, id: string): Promise<DecisionList> {
  const list = z.uuid().safeParse(id).success ? await getDecisionList(granted, id) : null;
  return list ?? notFound();
}
