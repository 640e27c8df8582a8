import { getTranslations } from "next-intl/server";
import { requireHeldLink } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { linkTitle } from "@/app/_resident/member-title";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { confirmNewAddress } from "./actions";

export const generateMetadata = linkTitle("newAddress.title", "newAddress");

/** Opened from the mail to a new address. Scanners open it too: only the press says that the address is the member's. */
export default async function NewAddressPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { panel } = await requireHeldLink("newAddress", token);
  const t = await getTranslations("member.newAddress");
  return (
    <LinkFrame panel={panel}>
      <PageTitle lead={t("lead", { panel: panel.name })}>{t("title")}</PageTitle>
      <Form action={confirmNewAddress} fields={[]} submit={t("button")} hidden={{ token }} />
      <p>{t("notYou")}</p>
    </LinkFrame>
  );
}
