import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { MemberState } from "@/lib/policy/vocabulary";
import { OtherGoodbyes } from "./other-goodbyes";

/** The ways to go: a break or leaving for members, taking the application back for applicants. */
export async function Goodbyes({ state }: { state: MemberState }) {
  const t = await getTranslations("member.home");
  if (state === "applicant") {
    return (
      <Section title={t("withdrawTitle")} lead={t("withdrawMeans")}>
        <p>
          <a href="/my/leave">{t("applicantWithdraw")}</a>
        </p>
      </Section>
    );
  }
  if (state !== "member") return null;
  return (
    <Section title={t("breakTitle")}>
      <OtherGoodbyes pauseHref="/my/pause" leaveHref="/my/leave" />
    </Section>
  );
}
