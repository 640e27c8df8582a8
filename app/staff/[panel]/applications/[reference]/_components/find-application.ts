import { notFound } from "next/navigation";
import type { Granted } from "@/lib/auth/require-actor";
import { getApplication, type ApplicationView } from "@/lib/queries/staff/get-application";
import { getMember, type MemberDetail } from "@/lib/queries/staff/get-member";

export type FoundApplication = { readonly member: MemberDetail; readonly application: ApplicationView };

/** The application of the address with what the applicant told us; "not found" when there is none. */
export async function findApplication(granted: Granted, reference: string): Promise<FoundApplication> {
  const member = await getMember(granted, reference);
  const application = member === null ? null : await getApplication(granted, member.id);
  if (member === null || application === null) notFound();
  return { member, application };
}

/** What may be decided now: both while it waits, and a place after all for who was turned down by mistake. */
export function open({ member, application }: FoundApplication): {
  readonly accept: boolean;
  readonly decline: boolean;
} {
  const waiting = application.outcome === null && member.state === "applicant";
  const turnedDown = application.outcome === "unsuccessful" && member.state === "ended";
  return { accept: waiting || turnedDown, decline: waiting };
}
