import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageTitle } from "@/app/_titles/page-title";
import { NoticePage } from "../../../_components/notice-page";
import { versionNumber } from "../../../_components/notice-number";
import { panelOr404 } from "../../../_components/panel-or-404";

type Props = { params: Promise<{ panel: string; version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { panel, version } = await params;
  const [t, { name }] = await Promise.all([getTranslations("notices.read"), panelOr404(panel)]);
  return {
    title: { absolute: await pageTitle(t("titleVersion", { number: versionNumber(version) }), name) },
  };
}

/** One version, at an address that always shows the same words. */
export default async function PrivacyVersion({ params }: Props) {
  const { panel: slug, version } = await params;
  return <NoticePage panel={await panelOr404(slug)} number={versionNumber(version)} />;
}
