import { notFound } from "next/navigation";
import { z } from "zod";
import type { MemberGranted } from "@/lib/auth/require-actor";
import { getSurvey, type SurveyForm } from "@/lib/queries/survey/get-survey";

/** The survey by the id in the address, if the signed-in member was asked; "not found" otherwise. */
export async function requireSurvey(actor: MemberGranted["actor"], id: string): Promise<SurveyForm> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await getSurvey(actor.organisationId, actor.memberId, id)) ?? notFound();
}
