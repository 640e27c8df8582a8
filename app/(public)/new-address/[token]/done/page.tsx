import { getTranslations } from "next-intl/server";
import { requireHeldLink } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";

export const generateMetadata = linkTitle("newAddress.doneTitle", "newAddress");

export default async function NewAddressDonePage({ params }: { params: Promise<{ token: string }> }) {
  const { panel } = await requireHeldLink("newAddress", (await params).token);
  const t = await getTranslations("member.newAddress");
  return (
    <LinkFrame panel={panel}>
      <ConfirmationPanel title={t("doneTitle")}>
        <p>{t("done")}</p>
      </ConfirmationPanel>
      <p>
        <ButtonLink href="/my">{t("home")}</ButtonLink>
      </p>
    </LinkFrame>
  );
}
