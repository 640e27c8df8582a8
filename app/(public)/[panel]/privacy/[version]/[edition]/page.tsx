import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageTitle } from "@/app/_titles/page-title";
import { editionAt } from "@/lib/policy/notice-editions";
import { editionName } from "../../../../_components/edition-links";
import { versionNumber } from "../../../../_components/notice-number";
import { NoticePage } from "../../../../_components/notice-page";
import { panelOr404 } from "../../../../_components/panel-or-404";

type Props = { params: Promise<{ panel: string; version: string; edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { panel, version, edition: slug } = await params;
  const [t, nameOf, { name }] = await Promise.all([
    getTranslations("notices.read"),
    editionName(),
    panelOr404(panel),
  ]);
  const edition = editionAt(slug);
  if (edition === null) notFound();
  const title = t("titleEdition", { number: versionNumber(version), edition: nameOf(edition) });
  return { title: { absolute: await pageTitle(title, name) } };
}

/** One version in another language or format, at an address that always shows the same words. */
export default async function PrivacyEdition({ params }: Props) {
  const { panel: slug, version, edition } = await params;
  const found = editionAt(edition);
  if (found === null) notFound();
  return <NoticePage panel={await panelOr404(slug)} number={versionNumber(version)} edition={found} />;
}
