import { getMember } from "@/lib/queries/member/get-member";

/** Whether a membership is over: then there is nothing to choose, to pause or to leave. */
export async function isOver(organisationId: string, memberId: string): Promise<boolean> {
  const { state } = await getMember(organisationId, memberId);
  return state !== "member" && state !== "applicant";
}
