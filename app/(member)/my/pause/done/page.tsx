import { getTranslations } from "next-intl/server";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { Paused } from "@/app/_resident/paused";
import type { Query } from "@/app/_resident/query";
import { requireMember } from "@/lib/auth/require-actor";
import { resume } from "../actions";

export const generateMetadata = memberTitle("pause.doneTitle");

export default async function PausedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const granted = await requireMember("membership.pause");
  const { organisationId, memberId } = granted.actor;
  const t = await getTranslations("member.nav");
  return (
    <MemberFrame granted={granted} back={{ href: "/my", label: t("home") }}>
      <Paused
        organisationId={organisationId}
        memberId={memberId}
        query={await searchParams}
        resume={resume}
      />
    </MemberFrame>
  );
}
