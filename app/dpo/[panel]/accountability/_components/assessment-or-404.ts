import { notFound } from "next/navigation";
import type { Granted } from "@/lib/auth/require-actor";
import { getAssessment, type Assessment } from "@/lib/queries/accountability/get-assessment";

/** The assessment of an address; one that the policy does not name is not found. */
export async function assessmentOr404(granted: Granted, key: string): Promise<Assessment> {
  const assessment = await getAssessment(granted, decodeURIComponent(key));
  if (assessment === null) notFound();
  return assessment;
}
