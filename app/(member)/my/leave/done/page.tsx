import { Left } from "@/app/_resident/left";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import type { Query } from "@/app/_resident/query";
import { requireMember } from "@/lib/auth/require-actor";

export const generateMetadata = memberTitle("leave.donePageTitle");

export default async function LeftPage({ searchParams }: { searchParams: Promise<Query> }) {
  const granted = await requireMember("dashboard.view");
  return (
    <MemberFrame granted={granted}>
      <Left panel={granted.panel} memberId={granted.actor.memberId} query={await searchParams} />
    </MemberFrame>
  );
}
