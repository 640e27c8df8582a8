import { getTranslations } from "next-intl/server";
import { LeaveForm } from "@/app/_resident/leave-form";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { requireMember } from "@/lib/auth/require-actor";
import { leave } from "./actions";

export const generateMetadata = memberTitle("leave.pageTitle");

export default async function LeavePage() {
  const granted = await requireMember("membership.leave");
  const t = await getTranslations("member.nav");
  return (
    <MemberFrame granted={granted} back={{ href: "/my", label: t("home") }}>
      <LeaveForm panel={granted.panel} action={leave} pauseHref="/my/pause" />
    </MemberFrame>
  );
}
