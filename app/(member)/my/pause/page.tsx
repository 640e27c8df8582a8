import { getTranslations } from "next-intl/server";
import { isOver } from "@/app/_resident/is-over";
import { Left } from "@/app/_resident/left";
import { MemberFrame } from "@/app/_resident/member-frame";
import { memberTitle } from "@/app/_resident/member-title";
import { PauseForm } from "@/app/_resident/pause-form";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { pause } from "./actions";

export const generateMetadata = memberTitle("pause.title");

export default async function PausePage() {
  const granted = await requireMember("membership.pause");
  const { panel, actor } = granted;
  const t = await getTranslations("member");
  const over = await isOver(actor.organisationId, actor.memberId);
  return (
    <MemberFrame granted={granted} back={{ href: "/my", label: t("nav.home") }}>
      {over ? (
        <Left panel={panel} memberId={actor.memberId} />
      ) : (
        <>
          <PageTitle lead={t("pause.lead")}>{t("pause.title")}</PageTitle>
          <PauseForm action={pause} />
        </>
      )}
    </MemberFrame>
  );
}
