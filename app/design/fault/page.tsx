import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { Form } from "@/components/form/form";
import { PlainPage } from "@/components/layout/plain-page";
import { requireGallery } from "../_gallery/open";
import { breakForm } from "./actions";

export const generateMetadata = titlesIn("design.gallery")("faultTitle");

/** A page that breaks when it is asked to, and a form that always does: so that tests see what a visitor would. */
export default async function BreakablePage({
  searchParams,
}: {
  searchParams: Promise<{ break?: string | string[] }>;
}) {
  requireGallery();
  if ((await searchParams).break !== undefined) throw new Error("This page was asked to break");
  const t = await getTranslations("design.gallery");
  return (
    <PlainPage
      title={t("faultTitle")}
      lead={t("faultLead")}
      action={<a href="/design/fault?break=1">{t("faultPage")}</a>}
    >
      <Form action={breakForm} fields={[]} hidden={{ break: "1" }} submit={t("faultForm")} />
    </PlainPage>
  );
}
