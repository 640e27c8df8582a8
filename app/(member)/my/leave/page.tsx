import { getTranslations } from "next-intl/server";
import { isOver } from "@/app/_resident/is-over";
import { LeaveForm } from "@/app/_resident/leave-form";
import { Left } from "@/app/_resident/left";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { requireMember } from "@/lib/auth/require-actor";
import { leave } from "./actions";

export const generateMetadata = memberTitle("leave.pageTitle");

export default async function LeavePage() {
  const granted = await requireMember("membership.leave");
  const { panel, actor } = granted;
  const t = await getTranslations("member.nav");
  const over = await isOver(actor.organisationId, actor.memberId);
  return (
    <MemberFrame granted={granted} back={{ href: "/my", label: t("home") }}>
      {over ? (
        <Left panel={panel} memberId={actor.memberId} />
      ) : (
        <LeaveForm panel={panel} memberId={actor.memberId} action={leave} pauseHref="/my/pause" />
      )}
    </MemberFrame>
  );
}
