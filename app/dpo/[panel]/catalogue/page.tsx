import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { InsetText } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { BelowTrail } from "../../_components/below-trail";
import { DpoFrame } from "../../_components/dpo-frame";
import { KindTable } from "./_components/kind-table";
import { groups } from "./_components/groups";

export const generateMetadata = titlesIn("catalogue")("title");

/** Every kind of entry that the trail can hold. */
export default async function Catalogue({ params }: PageProps<"/dpo/[panel]/catalogue">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const t = await getTranslations("catalogue");
  return (
    <DpoFrame granted={granted} before={<BelowTrail slug={slug} current={t("title")} />} current="trail">
      <PageTitle lead={t("lead")}>{t("title")}</PageTitle>
      <InsetText>
        <p>{t("never")}</p>
      </InsetText>
      {groups.map(({ key, types }) => (
        <KindTable key={key} slug={slug} group={key} types={types} />
      ))}
    </DpoFrame>
  );
}
