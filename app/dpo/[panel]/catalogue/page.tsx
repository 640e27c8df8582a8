import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InsetText } from "@/components/content/notice";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../_components/dpo-frame";
import { dpoPath } from "../../_components/paths";
import { KindTable } from "./_components/kind-table";
import { groups } from "./_components/groups";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("title") };
}

/** Every kind of entry that the trail can hold. */
export default async function Catalogue({ params }: PageProps<"/dpo/[panel]/catalogue">) {
  const { panel: slug } = await params;
  const granted = await requireActor("trail.read", slug);
  const [t, dpo] = await Promise.all([getTranslations("catalogue"), getTranslations("dpo")]);
  const before = (
    <Breadcrumbs items={[{ href: dpoPath(slug, "trail"), label: dpo("trail.title") }]} current={t("title")} />
  );
  return (
    <DpoFrame granted={granted} before={before} current="trail">
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
