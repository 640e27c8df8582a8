import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { ButtonLink } from "@/components/content/button";
import { PlainPage } from "@/components/layout/plain-page";
import { WhoToAsk } from "./_components/who-to-ask";

export const generateMetadata = titlesIn("fault")("errorTitle");

/** A place of ours to go back to, and nowhere else. */
function ownPath(at: unknown): string {
  return typeof at === "string" && /^\/(?![/\\])/u.test(at) ? at : "/";
}

/** What a visitor is shown when a page or a form broke: lib/web/answer.ts sends it, as a 500, in its place. */
export default async function Fault({ searchParams }: { searchParams: Promise<{ at?: string | string[] }> }) {
  const at = ownPath((await searchParams).at);
  const t = await getTranslations("fault");
  return (
    <PlainPage
      title={t("errorTitle")}
      lead={t("errorLead")}
      action={<ButtonLink href={at}>{t("back")}</ButtonLink>}
    >
      <p>{t("errorNext")}</p>
      <WhoToAsk at={at} />
    </PlainPage>
  );
}
