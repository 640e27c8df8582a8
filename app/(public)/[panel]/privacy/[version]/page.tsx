import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticePage } from "../../../_components/notice-page";
import { versionNumber } from "../../../_components/notice-number";
import { panelOr404 } from "../../../_components/panel-or-404";

type Props = { params: Promise<{ panel: string; version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("notices.read");
  return { title: t("titleVersion", { number: versionNumber((await params).version) }) };
}

/** One version, at an address that always shows the same words. */
export default async function PrivacyVersion({ params }: Props) {
  const { panel: slug, version } = await params;
  return <NoticePage panel={await panelOr404(slug)} number={versionNumber(version)} />;
}
