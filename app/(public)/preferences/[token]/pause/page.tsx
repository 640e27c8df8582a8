import { getTranslations } from "next-intl/server";
import { requireHeldLink } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { PauseForm } from "@/app/_resident/pause-form";
import { PageTitle } from "@/components/layout/page-title";
import { pauseByLink } from "../actions";

export const generateMetadata = linkTitle("pause.title", "preferences");

export default async function PauseByLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { panel } = await requireHeldLink("preferences", token);
  const t = await getTranslations("member");
  return (
    <LinkFrame panel={panel} back={{ href: `/preferences/${token}`, label: t("saved.allChoices") }}>
      <PageTitle lead={t("pause.lead")}>{t("pause.title")}</PageTitle>
      <PauseForm action={pauseByLink} token={token} />
    </LinkFrame>
  );
}
